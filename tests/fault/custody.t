#!/bin/bash
# The custody log: who read what, when, and what came of it; and `verify` proves it.
. "$(dirname "$0")/../tap.sh"
. "$(dirname "$0")/lib.sh"

dump=$work/dump
mkdir "$dump"
pdf 2 a "$dump/a.pdf"
pdf 3 b "$dump/b.pdf"
read_pdfs "$dump" "$work/case"
# logged EVENT FIELD: of its last entry
logged() { question "$work/case" "select json_extract (detail, '\$.$2') from log where event = '$1' order by seq desc limit 1"; }
is "$(logged start user)" "$(id -un)" 'the start names the user'
is "$(logged start host)" "$(uname -n)" 'and the host'
is "$(logged start evidex)" "$("$EVIDEX" --version | cut -d' ' -f2)" 'and the version'
is "$(logged start options.ocr)" never 'and the options in force'
like "$(logged start stages.tag)" '[0-9a-f]{64}' 'and the hash of the lexicon'
like "$(logged start sandbox)" 'landlock|none' 'and the sandbox'
is "$(question "$work/case" "select json_extract (detail, '\$.sha256') from log where event = 'document' and json_extract (detail, '\$.file') = 'a.pdf'")" \
    "$(sha256sum <"$dump/a.pdf" | cut -d' ' -f1)" 'each document stands with the hash of its bytes'
is "$(logged end pages)" 5 'the end has the ledger'

"$EVIDEX" run "$dump/a.pdf" -o "$work/ocr" --ocr always -q 2>"$work/err" </dev/null
is "$(question "$work/ocr" "select json_extract (detail, '\$.stages.ocr') like '%eng.traineddata sha256 %' from log where event = 'start'")" 1 \
    'where pages are recognised the hash of each model stands there'

was=$(sha256sum <"$dump/a.pdf" | cut -d' ' -f1)
pdf 4 new "$dump/a.pdf"
rm "$dump/b.pdf"
read_pdfs "$dump" "$work/case"
is "$(logged changed file) $(logged changed was)" "a.pdf $was" 'a file that changed between runs is noted with its old hash'
is "$(logged missing file)" b.pdf 'a file that is gone is noted'

run "$EVIDEX" export "$work/case" -f csv -o "$work/csv"
is "$(logged export format)" csv 'an export is noted'
is "$(question "$work/case" "select json_extract (f.value, '\$.sha256') from log, json_each (detail, '\$.files') f where event = 'export' and json_extract (f.value, '\$.path') like '%/mentions.csv'")" \
    "$(sha256sum <"$work/csv/mentions.csv" | cut -d' ' -f1)" 'with the hash of each file'
run "$EVIDEX" exhibits "$work/case" --file a.pdf -o "$work/binder.pdf"
is "$(logged exhibits 'files[0].sha256')" "$(sha256sum <"$work/binder.pdf" | cut -d' ' -f1)" 'a binder is noted with its hash'
exec 8<>"$work/case/lock"
flock 8
run "$EVIDEX" export "$work/case" -f jsonl -o "$work/jsonl"
is "$status" 0 'an export while a run holds the index succeeds'
like "$err" 'not noted in the custody log' 'and says that it is not noted'
exec 8>&-

for i in 1 2 3 4 5 6 7 8; do pdf 200 "$i" "$dump/$i.pdf"; done
"$EVIDEX" run "$dump" -o "$work/case" --ocr never -q 2>"$work/err" </dev/null &
sleep 0.3
kill -INT $!
wait $!
if [ $? -eq 130 ]; then
    is "$(logged interrupted reason)" interrupted 'an interrupt is noted'
else
    skip 'an interrupt is noted' 'the run was faster'
fi
read_pdfs "$dump" "$work/case"
pdf 3 b "$dump/b.pdf"
run "$EVIDEX" verify "$work/case"
is "$status" 0 'the log and what is stored agree' || note "$out$err"
done_testing
