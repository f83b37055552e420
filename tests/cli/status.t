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
# Another test may be noting an export in its log at this moment.
mkdir "$work/newer" && sqlite3 -cmd '.timeout 10000' "$index/index.db" "vacuum into '$work/newer/index.db'" &&
    sqlite3 "$work/newer/index.db" 'pragma user_version = 99'
run "$EVIDEX" status "$work/newer"
is "$status" 4 'an index of a newer program is refused'
like "$err" 'newer evidex' 'with what to do'
done_testing
