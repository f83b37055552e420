#!/usr/bin/env bash
# evidex search: finds, cites, marks; filters; messages.
. "$(dirname "$0")/../tap.sh"
[ -d "$dump" ] || skip_all 'no samples: make samples'
samples_index

run "$EVIDEX" search "$index" '"fiscal year"'
is "$status" 0 'a phrase that is there is found'
like "$out" '\*\*fiscal year\*\*' 'the hit is marked'
like "$out" '^misc/board-letter-budget.pdf, p\. [0-9]+, l\. [0-9]+' 'a page without a Bates number is cited by file, page and line'
like "$err" '[0-9]+ found' 'the footer counts'
run "$EVIDEX" search "$index" 'sally port'
like "$out" '^ACSO-[0-9]{6} at [0-9]+ +production/' 'a page with a Bates number is cited by it'
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

cp -r "$index" "$work/index"
chmod -R a-w "$work/index"
run "$EVIDEX" search "$work/index" 'sally port'
is "$status" 0 'an index on a read-only disk can be searched'
done_testing
