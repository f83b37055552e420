#!/bin/bash
# A worker that misbehaves costs the page it was at, and no other. Needs the build with faults.
. "$(dirname "$0")/../tap.sh"
. "$(dirname "$0")/lib.sh"
[ -x "$FAULTS" ] || skip_all "no $FAULTS: make $FAULTS"

PROGRAM=$FAULTS
pdf 4 one "$work/one.pdf"
read_pdfs "$work/one.pdf" "$work/clean"
is "$status" 0 'without a fault the run ends with 0'

# What ends a page that would not end. The other faults have the usual times: a busy machine may need
# more than these to hand out 256 MiB.
short=(--text-timeout 1 --render-timeout 0.5 --ocr-timeout 0.5)

# fault KIND STAGE CODE READING [OPTION ...]: the second page gets CODE and READING, the others are as ever
fault() {
    local index=$work/$2-$1
    EVIDEX_FAULT=$2:2:$1 timeout 60 "$FAULTS" run "$work/one.pdf" -o "$index" --ocr never --jobs 1 \
        --worker-memory 256 "${@:5}" >"$work/out" 2>"$work/err" </dev/null
    status=$?
    is "$(question "$index" 'select code, reading from pages where page = 2')" "$3 $4" \
        "$1 in $2: page 2 is $4 with $3"
    is "$(question "$index" 'select page, words, reading from pages where page <> 2')" \
        "$(question "$work/clean" 'select page, words, reading from pages where page <> 2')" \
        "$1 in $2: the other pages are as ever"
    [ "$4" = failed ] && is "$status" 3 "$1 in $2: the run ends with 3"
}

for kind in segv abort exit; do
    fault $kind text crashed failed
done
fault segv ocr crashed text
fault segv tag crashed text
fault loop text page-timeout failed "${short[@]}"
fault sleep ocr page-timeout text "${short[@]}"
fault malloc-eat layout page-memory text
fault forbidden-call text sandbox-violation failed
for kind in short-frame bad-magic wrong-page flood bad-utf8 nan-box; do
    fault $kind any protocol failed
done

EVIDEX_FAULT=text:2:sleep timeout 60 "$FAULTS" run "$work/one.pdf" -o "$work/long" --ocr never --jobs 1 --text-timeout 2 \
    --document-timeout 1 >"$work/out" 2>"$work/err" </dev/null
is "$(question "$work/long" "select status, code from documents")" 'partial gave-up' 'a document over its time is given up in part'

EVIDEX_FAULT=document:1:segv run timeout 60 "$FAULTS" run "$work/one.pdf" -o "$work/document" --ocr never
is "$status" 3 'a crash while opening ends with 3'
is "$(question "$work/document" 'select status, code from documents')" 'failed crashed' 'and the document is failed'

EVIDEX_FAULT='text:2:segv' read_pdfs "$work/one.pdf" "$work/again"
run "$FAULTS" retry "$work/again" --ocr never
is "$status" 0 'retry without the fault ends with 0'
records "$work/again" "$work/again.csv"
records "$work/clean" "$work/clean.csv"
diff -r "$work/again.csv" "$work/clean.csv" >"$work/diff"
is "$?" 0 'and the records are those of a clean run'
done_testing
