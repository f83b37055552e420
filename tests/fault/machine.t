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

# From too little to start with to enough; what a run under the limit leaves, the next one ends.
hung=0
for kib in 40000 60000 70000 80000 90000 100000 110000 130000; do
    (ulimit -v $kib; timeout 60 "$EVIDEX" run "$work/a.pdf" -o "$work/small" --ocr never -q --jobs 1) \
        >"$work/out" 2>"$work/err" </dev/null
    status=$?
    note "$kib KiB: $status"
    [ $status -eq 124 ] && hung=$((hung + 1))
done
is $hung 0 'short of memory no run hangs'
read_pdfs "$work/a.pdf" "$work/small"
is "$status $(question "$work/small" 'pragma integrity_check')" '0 ok' 'with memory again the same command ends with 0'
run "$EVIDEX" retry "$work/small" --ocr never
records "$work/small" "$work/small.csv"
diff -r "$work/clean.csv" "$work/small.csv" >"$work/diff"
is $? 0 'and the records are those of an undisturbed run' || note "$(head -5 "$work/diff")"
done_testing
