#!/usr/bin/env bash
# Tables, claims and what they come to: the story of samples/README.md.
. "$(dirname "$0")/../tap.sh"

samples_index
score() { python3 "$here/tests/score.py" "$1" "$export_folder" "$expected"; }
value() { sed -n "s/^$1=//p" <<<"$figures"; }

figures=$(score rows)
is "$(value 02-release-log-2020.t1)" 35/35 'every row of the ruled log is whole, over three pages' || note "$figures"
is "$(value 2021-truth-act-forum.t2)" 3/3 'so is the table on the slide' || note "$figures"
like "$(value 03-ice-log-2019.t1) $(value 03-ice-log-2019.t2)" '^[78]/8 [56]/6$' \
    'and, but for a letter, those of the scanned log without rules' || note "$figures"

figures=$(score claims)
awk -v v="$(value recall)" 'BEGIN { exit !(v + 0 >= 0.85) }'
ok $? "claims: recall $(value recall)" || note "$figures"

figures=$(score findings)
is "$(value false)" 0 'no number is held against one that it cannot be compared with' || note "$figures"
is "$(value missed)" 0 'every contradiction and agreement of the story is found' || note "$figures"
is "$(value bates_gap)" 1 'the gap in the Bates numbers is found' || note "$figures"
is "$(value bates_repeat)" 1 'and the repeat' || note "$figures"

run "$EVIDEX" reconcile "$index"
is "$status" 0 'reconcile ends with 0'
like "$out" 'ACSO-00000' 'it cites the log by its Bates number'
found=$("$EVIDEX" reconcile "$index" --json | grep -c '"status":"contradiction"')
told=$(grep -c '^CONTRADICTION' <<<"$out")
also=$(sed -n '/^Not comparable/q; /^  also /p' <<<"$out" | wc -l)
is $((told + also)) "$found" 'each contradiction is told'
ok "$([ "$also" -gt 0 ]; echo $?)" 'and the same two numbers a third time by their places alone'
unlike "$out" '^  also [^a-z]' 'which say what they count'
statuses=$("$EVIDEX" reconcile "$index" --json | jq -r .status)
count() { grep -cE "^($1)\$" <<<"$statuses"; }
is "$err" "$(wc -l <<<"$statuses") findings: $(count contradiction) contradictions, $(count not_comparable) not comparable, $(count agreement) agreements, $(count 'bates_.*|near.*') about the production itself." \
    'the last line counts them'
like "$(sed -n '2,5p' <<<"$out")" 'rows of the records' 'what the records count comes first'
done_testing
