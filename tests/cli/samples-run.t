#!/usr/bin/env bash
# One run over the samples: the exit status, the ledger, a second run that does nothing, one worker or four.
. "$(dirname "$0")/../tap.sh"

samples_index
pages=$(($(wc -l <"$expected/pages.csv") - 1))

is "$(cat "$BUILD/samples/status")" 0 'a run in which everything was read ends with 0'
run "$EVIDEX" status "$index"
is "$status" 0 'status ends with 0'
like "$out" "Pages +$pages " 'the ledger counts every page'
like "$out" 'skipped.*misc/Copy of 2021-truth-act-forum.pdf' 'the ledger names the copy that was skipped'
is "$(sqlite3 -cmd '.timeout 10000' "$index/index.db" "select family from documents where file = 'mail/records-reply.eml/code-sheet.pdf'")" \
    mail/records-reply.eml 'what hangs on a message is of its family'
run "$EVIDEX" status "$index" --json
ok "$(jq -e . <<<"$out" >/dev/null 2>&1; echo $?)" 'the ledger is JSON as well'
is "$(jq -r 'select(.type == "ledger") | .pages' <<<"$out")" "$pages" 'with the same count'
is "$(jq -r 'select(.type == "ledger") | .pages_failed' <<<"$out")" 0 'and no page that could not be read'

# Again: nothing is stale.
before=$(sqlite3 "$index/index.db" 'select count(*), group_concat(quote) from mentions' | sha256sum)
start=$(date +%s%N)
run "$EVIDEX" run "$dump" -o "$index" -q
took=$((($(date +%s%N) - start) / 1000000))
is "$status" 0 'the same command again ends with 0'
is "$(sqlite3 "$index/index.db" 'select count(*), group_concat(quote) from mentions' | sha256sum)" "$before" \
    'and leaves the mentions as they were'
[ "$took" -lt 5000 ]
ok $? 'and reads nothing again (under 5 s)' || note "it took $took ms"

# One worker instead of four.
run "$EVIDEX" run "$dump" -o "$work/one" --jobs 1 -q
is "$status" 0 'a run with one worker ends with 0'
"$EVIDEX" export "$work/one" --format csv -o "$work/csv" 2>/dev/null
for name in documents pages mentions claims findings table_rows failures; do
    cmp "$work/csv/$name.csv" "$export_folder/$name.csv" >"$work/diff" 2>&1
    ok $? "$name.csv is the same, byte for byte, with one worker and with four" || note "$(cat "$work/diff")"
done

run "$EVIDEX" run -o "$work/none"
is "$status" 2 'a run without an input is wrong usage'
run "$EVIDEX" run "$work/absent" -o "$work/none"
is "$status" 4 'a run whose only input does not exist cannot go on'
run "$EVIDEX" status "$work/absent"
[ "$status" -ne 0 ]
ok $? 'status of a folder without an index fails'
printf 'not a PDF' >"$work/notes.pdf"
run "$EVIDEX" run "$dump/misc/public-notices.pdf" "$work/notes.pdf" -o "$work/partly" -q
is "$status" 3 'a run in which one input could not be read ends with 3'
run "$EVIDEX" status "$work/partly"
like "$out" 'notes.pdf' 'and the ledger names it'
done_testing
