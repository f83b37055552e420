#!/bin/bash
# What the machine does to a run: a clock set back, too little memory, a disk that overwrote part of the index.
. "$(dirname "$0")/../tap.sh"
. "$(dirname "$0")/lib.sh"

pdf 60 a "$work/a.pdf"
read_pdfs "$work/a.pdf" "$work/case"
is "$status" 0 'an undisturbed run ends with 0'
records "$work/case" "$work/clean.csv"

# damage: the middle half of the index is overwritten
damage() {
    python3 - "$1/index.db" <<'PY'
import sys
with open(sys.argv[1], "r+b") as file:
    size = file.seek(0, 2)
    begin, end = size // 4 // 4096 * 4096, size * 3 // 4 // 4096 * 4096
    file.seek(begin)
    file.write(b"\xa5" * (end - begin))
PY
}
cp -r "$work/case" "$work/damaged"
damage "$work/damaged"
for verb in verify status "search transferred" "export --format csv -o $work/no.csv" "run $work/a.pdf --ocr never"; do
    read -ra words <<<"$verb"
    case ${words[0]} in
    run) arguments=(run "${words[1]}" -o "$work/damaged" --ocr never) ;;
    *) arguments=("${words[0]}" "$work/damaged" "${words[@]:1}") ;;
    esac
    run timeout 60 "$EVIDEX" "${arguments[@]}"
    is "$status" 4 "${words[0]}: a damaged index ends with 4"
    like "$err" 'is damaged' "${words[0]}: and the message says so"
done

if command -v faketime >/dev/null; then
    pdf 5 b "$work/b.pdf"
    run faketime '2001-02-03 04:05:06' "$EVIDEX" run "$work/a.pdf" "$work/b.pdf" -o "$work/case" --ocr never
    is "$status" 0 'with the clock set back by years a run ends with 0'
    is "$(question "$work/case" 'select count(*) from pages')" 65 'and has every page'
    run "$EVIDEX" verify "$work/case"
    is "$status" 0 'and the custody log holds' || note "$out$err"
else
    skip 'a clock set back' 'no faketime here'
fi

# within KIB COMMAND...: its exit status under that limit of address space, in $status; its messages in $err
within() {
    (ulimit -v "$1"; shift; timeout 60 "$@") >"$work/out" 2>"$work/err"
    status=$?
    err=$(cat "$work/err")
}

# The least that the loader can map the libraries in; below, no line of the program runs, and the loader says so.
least=40000
while within $least "$EVIDEX" --version </dev/null; [ $status -eq 127 ] && [ $least -lt 900000 ]; do least=$((least + 1000)); done
note "the libraries fit into $least KiB"
is $status 4 'as soon as the libraries fit, too little memory ends with 4'
like "$err" '^evidex: too little memory to begin' 'and the message says so'

# From there to enough; what a run under the limit leaves, the next one ends.
bad=
for more in 0 5000 10000 20000 30000 34000 40000 50000; do
    within $((least + more)) "$EVIDEX" run "$work/a.pdf" -o "$work/small" --ocr never -q --jobs 1 </dev/null
    note "$((least + more)) KiB: $status"
    case $status in 0 | 3 | 4) ;; *) bad+="$status " ;; esac
done
is "$bad" '' 'short of memory no run hangs or aborts'
is $status 0 'and with enough it ends with 0' || note "$err"
python3 -c 'print("{\"id\": \"1\", \"text\": \"" + "Deputies turned over 12 inmates. " * 480000 + "\"}")' >"$work/long.jsonl"
within $((least + 40000)) "$EVIDEX" tag <"$work/long.jsonl"
is $status 4 'memory that ends in the middle of the work: 4'
like "$err" 'evidex tag: out of memory' 'and the message says so'
read_pdfs "$work/a.pdf" "$work/small"
is "$status $(question "$work/small" 'pragma integrity_check')" '0 ok' 'with memory again the same command ends with 0'
run "$EVIDEX" retry "$work/small" --ocr never
records "$work/small" "$work/small.csv"
diff -r "$work/clean.csv" "$work/small.csv" >"$work/diff"
is $? 0 'and the records are those of an undisturbed run' || note "$(head -5 "$work/diff")"
done_testing
