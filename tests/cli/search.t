#!/usr/bin/env bash
# evidex search: finds, cites, marks; filters; messages.
. "$(dirname "$0")/../tap.sh"
[ -d "$dump" ] || skip_all 'no samples: make samples'
samples_index

run "$EVIDEX" search "$index" '"fiscal year"'
is "$status" 0 'a phrase that is there is found'
like "$out" '\*\*fiscal year\*\*' 'the hit is marked'
like "$out" '^misc/board-letter-budget.pdf, p\. [0-9]+, l\. [0-9]+' 'a page without a Bates number is cited by file, page and line'
like "$err" '[0-9]+ pages? found' 'the footer counts pages'
run "$EVIDEX" search "$index" inmates --kind transfer
like "$err" '[0-9]+ mentions found' 'or mentions, where a filter is about them'
run "$EVIDEX" search "$index" --sense custdy
is "$status" 1 'a sense that nothing has finds nothing'
like "$err" "of the sense 'custdy'; there are: .*custody" 'and those that are there are named'
run "$EVIDEX" search "$index" --type leter
like "$err" "of the type 'leter'; there are: .*letter" 'and so are types'
run "$EVIDEX" search "$index" 'sally port'
like "$out" '^ACSO-[0-9]{6} at [0-9]+ +production/' 'a page with a Bates number is cited by it'
run "$EVIDEX" search "$index" '"release desk"' --file 12-incident
like "$out" 'release desk' 'a page with a failed redaction is searched'
run "$EVIDEX" search "$index" 0144
is "$status" 1 'what the redaction should hide is not found'
run "$EVIDEX" run "$dump/production/12-incident-report.pdf" -o "$work/revealed" -q --reveal-redacted
run "$EVIDEX" search "$work/revealed" 0144
is "$status" 0 'but where the run was told to reveal it'
like "$(sqlite3 "$work/revealed/index.db" "select detail from log where event = 'start'")" '"reveal-redacted":"true"' \
    'which the custody log says'
run "$EVIDEX" search "$index" nosuchwordanywhere
is "$status" 1 'nothing found is exit status 1'
run "$EVIDEX" search "$index" '"open'
is "$status" 2 'an open quotation mark is wrong usage'
like "$err" 'quotation mark is not closed' 'and named'
run "$EVIDEX" search "$index" x --kind transfers
is "$status" 2 'a kind that does not exist is wrong usage'
like "$err" 'detainee, notification, transfer' 'the kinds there are, are named'
run "$EVIDEX" search "$index" x --colour=blue
is "$status" 2 'an unknown option is wrong usage'

run "$EVIDEX" search "$index" --kind transfer --json -n 0
is "$(jq -r 'select(.type == "mention") | .kind' <<<"$out" | sort -u)" transfer 'a filter lists mentions of its kind alone'
is "$(jq -r 'select(.type == "mention" and .evidential != true)' <<<"$out")" '' 'and only evidence'
is "$(jq -s 'map(select(.type == "mention")) | length' <<<"$out")" "$(jq 'select(.type == "summary").found' <<<"$out")" \
    'the summary counts them all'
is "$(jq -r 'select(.type == "mention") | select(.quote[.start:.end] != .surface) | .mention_id' <<<"$out")" '' \
    'start and end count characters of the quote'
run "$EVIDEX" search "$index" ICE --year 2020 --json -n 0
is "$(jq -r 'select(.type == "mention") | .year' <<<"$out" | sort -u)" 2020 'a query with a year finds mentions of that year'
is "$(jq -r 'select(.type == "mention") | select(.marks | length == 0) | .mention_id' <<<"$out")" '' \
    'each has a hit of the query in its quote'
run "$EVIDEX" search "$index" 'custcdy OR detainar' --fuzzy -n 1
is "$status" 0 'fuzzy finds words that differ by an error of recognition'
like "$err" 'Also looked for: .*(custody|detainer)' 'and says which words it took'
run "$EVIDEX" search "$index" --assertion negated --facets -n 1
like "$out" '^kind +' 'facets count the results'

# Phrases, beginnings and operators, against the words of the pages themselves.
pages() { "$EVIDEX" search "$index" "$1" --json -n 0 -q | jq -r 'select(.type == "passage") | "\(.file) \(.page)"' | sort -u; }
is "$(comm -23 <(pages '"sally port"') <(pages 'sally port'))" '' 'a phrase is found only where both words are'
is "$(pages '"port sally"')" '' 'and not the other way round'
[ "$(pages 'detain*' | wc -l)" -gt "$(pages detainer | wc -l)" ]
ok $? 'a beginning finds more than one of its words'
is "$(pages 'sally OR fiscal')" "$(sort -u <(pages sally) <(pages fiscal))" 'OR finds what either finds'
is "$(pages 'ICE NOT sally')" "$(comm -23 <(pages ICE) <(pages sally))" 'NOT takes away'
is "$(pages 'ICE AND (sally OR fiscal)')" "$(comm -12 <(pages ICE) <(pages 'sally OR fiscal'))" 'parentheses hold together'
run "$EVIDEX" search "$index" 'detainar' --fuzzy -n 1
like "$out" '\*\*[Dd]etainer[^ ]*\*\*' 'what fuzzy found is marked as it stands on the page'
for query in '"open' '(open' 'open)' 'AND' 'a OR' 'NOT a' '""'; do
    run "$EVIDEX" search "$index" "$query"
    is "$status" 2 "wrong usage: $query"
    unlike "$err" 'fts5|SQL|index\.db' "told in words of our own: $query"
done

# Other states of an index.
mkdir "$work/part"
cp "$dump/misc/board-letter-budget.pdf" "$work/part/letter.pdf"
printf '%%PDF-1.4 but nothing else' >"$work/part/garbage.pdf"
"$EVIDEX" run "$work/part" -o "$work/case" -q >/dev/null 2>&1
run "$EVIDEX" search "$work/case" fiscal
is "$status" 0 'what was read is found though a file could not be'
like "$err" '^1 file could not be read, or not yet, and was not searched' 'and the search says that one was not'
run "$EVIDEX" search "$work/case" fiscal --json
is "$(jq 'select(.type == "summary") | .unread_files' <<<"$out")" 1 'in JSON too'
for version in 0 99; do
    cp -r "$work/case" "$work/other$version"
    sqlite3 "$work/other$version/index.db" "pragma user_version = $version"
    run "$EVIDEX" search "$work/other$version" fiscal
    is "$status" 4 "an index of version $version is refused"
    like "$err" "has schema $version .*(use a newer evidex|run again into a new folder)" 'with what to do'
done
# A run in the middle of a transaction: WAL, written, not committed.
mentions() { "$EVIDEX" search "$work/case" --all --json -q | jq 'select(.type == "summary") | .found'; }
before=$(mentions)
unlike "$before" '^0?$' 'the index has mentions'
mkfifo "$work/go"
python3 - "$work/case/index.db" "$work/ready" "$work/go" <<'PYTHON' &
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("pragma journal_mode = wal")
db.execute("begin immediate")
db.execute("delete from mention")
open(sys.argv[2], "w").close()
open(sys.argv[3]).read()
db.execute("rollback")
PYTHON
for _ in $(seq 100); do [ -e "$work/ready" ] && break; sleep 0.1; done
run "$EVIDEX" search "$work/case" fiscal
is "$status" 0 'an index that is being written can be searched'
is "$(mentions)" "$before" 'as it was before'
echo >"$work/go"
wait

cp -r "$index" "$work/index"
chmod -R a-w "$work/index"
run "$EVIDEX" search "$work/index" 'sally port'
is "$status" 0 'an index on a read-only disk can be searched'
done_testing
