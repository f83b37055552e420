#!/usr/bin/env bash
# evidex status: the ledger accounts for every input.
. "$(dirname "$0")/../tap.sh"
[ -d "$dump" ] || skip_all 'no samples: make samples'
samples_index

run "$EVIDEX" status "$index"
is "$status" 0 'status ends with 0'
files=$(find "$dump" -type f | wc -l)
is "$(sqlite3 -cmd '.timeout 10000' "$index/index.db" 'select count(*) from documents where parent is null')" "$files" 'every file of the dump is in the index'
inputs=$(sqlite3 -cmd '.timeout 10000' "$index/index.db" 'select count(*) from documents')
like "$out" "^Inputs +$inputs " 'and counted, and what they hold'
like "$out" '^skipped +.*Copy of 2021' 'the copy of the slides is named as skipped'
run "$EVIDEX" status "$index" --json
is "$(jq -r 'select(.type == "ledger") | .inputs - .done - .partial - .skipped - .failed - .unfinished' <<<"$out")" 0 \
    'done, partial, skipped, failed and unfinished make up all inputs'
is "$(jq -r 'select(.type == "ledger") | .pages - .pages_by_text - .pages_by_ocr - .pages_by_region - .pages_blank - .pages_failed' <<<"$out")" 0 \
    'every page has one way in which it was read'

run "$EVIDEX" status "$work/nowhere"
is "$status" 2 'a folder without an index is wrong usage'
like "$err" 'no index' 'and the message says so'
run "$EVIDEX" status "$index"
like "$out" "^Made by +evidex [0-9.]+; sandbox: .*seccomp" 'it says which program made it and what shut its readers in'
like "$out" '^Redactions +[0-9]+  [0-9]+ with text under it that can be copied out' 'it counts redactions that hide nothing'
like "$out" '^redaction +production/12-incident-report.pdf: page 1: text under' 'and names their pages'
run "$EVIDEX" status
is "$status" 2 'no folder is wrong usage'
mkdir "$work/old" && sqlite3 "$work/old/index.db" 'create table notes (a)'
run "$EVIDEX" status "$work/old"
is "$status" 4 'a foreign database is refused'
like "$err" 'not an index' 'and called so'

# What nothing here can read is no copy and no link: it is told, counted, and the exit status says so.
mkdir "$work/mixed"
echo 'In 2020 ICE was notified of 4 releases.' >"$work/mixed/a.txt"
cp "$work/mixed/a.txt" "$work/mixed/a copy.txt"
echo 'A memo that will be taken away.' >"$work/mixed/gone.txt"
printf '!BDN%0200d' 0 >"$work/mixed/mail.pst"
printf 'ID3\3\0\0\0\0\0\0' >"$work/mixed/call.mp3"
ln -s a.txt "$work/mixed/link.txt"
run "$EVIDEX" run "$work/mixed" -o "$work/case"
is "$status" 3 'a run over files of types that are not read ends with 3'
like "$err" '^evidex run: mail\.pst: an Outlook mailbox' 'and names them'
like "$out" '^Inputs +6  2 done, 2 of types that are not read, 2 skipped$' 'and counts them apart from copies and links'
rm "$work/mixed/gone.txt"
: >"$work/mixed/empty.txt"
run "$EVIDEX" run "$work/mixed" -o "$work/case"
run "$EVIDEX" status "$work/case"
is "$(sed -n '/^Made by/,$p' <<<"$out" | sed 1d | cut -c1-10,11-31)" "$(printf '%-10s %s\n' \
    failed 'empty.txt: the file ' 'not read' 'call.mp3: a sound; e' 'not read' 'mail.pst: an Outlook' gone 'gone.txt: no longer f' \
    skipped 'a.txt: the same byte' skipped 'link.txt: a symbolic' | cut -c1-31)" 'what was not read stands first, what is gone is called so'
is "$(jq -c 'select(.type == "ledger") | [.skipped, .unsupported, .failed]' < <("$EVIDEX" status "$work/case" --json))" '[4,2,1]' 'programs read the same'
run "$EVIDEX" search "$work/case" zebra
like "$err" '^3 files could not be read, or not yet, and were not searched' 'a search does not speak for them'
mkdir "$work/newest" && cp -r "$work/case" "$work/newest/index" && echo 'A note.' >"$work/newest/note.txt"
run "$EVIDEX" run "$work/newest" -o "$work/beside"
is "$status" 0 'an index among the inputs is nothing that should have been read'

# A retry where the folder is not there takes nothing back that was read.
rm "$work/mixed/link.txt"
cp "$dump/misc/treasurer-wire-transfers.pdf" "$work/mixed/wire.pdf"
run "$EVIDEX" run "$work/mixed" -o "$work/case" -q
before=$("$EVIDEX" status "$work/case" --json | jq -c 'select(.type == "ledger") | [.done, .failed, .skipped]')
mv "$work/mixed" "$work/elsewhere"
run "$EVIDEX" retry "$work/case"
is "$("$EVIDEX" status "$work/case" --json | jq -c 'select(.type == "ledger") | [.done, .failed, .skipped]')" "$before" \
    'what was read is done, though its folder is away'
is "$(sqlite3 "$work/case/index.db" "select reason from documents where file = 'wire.pdf'")" 'no longer found; what was read from it is kept' 'and said to be gone'
mv "$work/elsewhere" "$work/mixed"
run "$EVIDEX" retry "$work/case"
is "$(sqlite3 "$work/case/index.db" "select status || coalesce (code, '') from documents where file = 'wire.pdf'")" 'done' 'until it is back'

# A run that was told not to recognise has not read pictures, whatever its pages count as.
run "$EVIDEX" run "$dump/production/03-ice-log-2019.pdf" -o "$work/blind" --ocr never
run "$EVIDEX" search "$work/blind" Lindqvist
like "$err" '^1 file has scanned pages whose words were not searched: the last run had --ocr never' 'a search says that pictures were not recognised'
run "$EVIDEX" status "$work/blind"
like "$err" '^1 file has scanned pages that count as read, but the last run had --ocr never' 'and so does the status'

run "$EVIDEX" run "$dump/misc" -o "$work/part" --shard 0/2 --ocr never -q
run "$EVIDEX" status "$work/part"
like "$err" '^Unfinished: this is part 0/2 of a run; .evidex merge. finishes it' 'of a part of a run it says who finishes it'

# Another test may be noting an export in its log at this moment.
mkdir "$work/newer" && sqlite3 -cmd '.timeout 10000' "$index/index.db" "vacuum into '$work/newer/index.db'" &&
    sqlite3 "$work/newer/index.db" 'pragma user_version = 99'
run "$EVIDEX" status "$work/newer"
is "$status" 4 'an index of a newer program is refused'
like "$err" 'newer evidex' 'with what to do'
done_testing
