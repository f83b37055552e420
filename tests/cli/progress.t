#!/usr/bin/env bash
# How far a run is: what it says on a terminal and in a log, and how true that is.
. "$(dirname "$0")/../tap.sh"
. "$(dirname "$0")/../fault/lib.sh"

mkdir "$work/dump"
for i in 1 2 3; do
    pdf 20 "long$i" "$work/dump/a$i.pdf"
    end=$(tail -3 "$work/dump/a$i.pdf")
    { printf '\n%%'; head -c $((1000000 + i)) /dev/zero | tr '\0' x; printf '\n%s\n' "$end"; } >>"$work/dump/a$i.pdf"
    for copy in 1 2 3 4 5; do cp "$work/dump/a$i.pdf" "$work/dump/copy $i $copy.pdf"; done
done
if command -v script >/dev/null; then
    TERM=xterm script -qec "'$EVIDEX' run '$work/dump' -o '$work/case' --ocr always --jobs 1" /dev/null </dev/null >"$work/screen" 2>&1
    most=$(tr '\r' '\n' <"$work/screen" | grep -oE 'of ~?[0-9]+ pages' | grep -oE '[0-9]+' | sort -n | tail -1)
    [ "${most:-0}" -ge 60 ] && [ "$most" -le 120 ]
    ok $? 'copies are not counted as pages to come' || note "of ~$most pages"
    like "$(tr '\r' '\n' <"$work/screen")" 'Inputs +18  3 done, 15 skipped' 'and the ledger is left on the terminal'
else
    skip 'copies are not counted as pages to come' 'no script(1) here'
fi

# Before the first page there may be much to open.
python3 - "$work/zips" <<'PYTHON'
import os, sys, zipfile
os.mkdir(sys.argv[1])
for i in range(40):
    zipfile.ZipFile(f"{sys.argv[1]}/{i}.zip", "w").writestr("note.txt", f"Deputies transferred {i} inmates to ICE.")
PYTHON
if command -v script >/dev/null; then
    TERM=xterm script -qec "'$EVIDEX' run '$work/zips' -o '$work/opened' --ocr never" /dev/null </dev/null >"$work/screen" 2>&1
    like "$(tr '\r' '\n' <"$work/screen")" 'opening archives and Office files: [0-9]+ of 40 inputs, at [0-9]+\.zip' \
        'it says what it opens before it reads'
fi
done_testing
