#!/usr/bin/env bash
# Tagging: the mentions of the samples against the gold answers. Floors stand a little below what is reached, so
# that they fail when something breaks; `tests/score.py mentions` prints each difference.
. "$(dirname "$0")/../tap.sh"

samples_index
figures=$(python3 "$here/tests/score.py" mentions "$export_folder" "$expected")
value() { sed -n "s/^$1=//p" <<<"$figures"; }
at_least() { # NAME FLOOR
    awk -v v="$(value "$1")" -v f="$2" 'BEGIN { exit !(v + 0 >= f) }'
    ok $? "$1 is $(value "$1"), at least $2" || note "$(grep '^#' <<<"$figures" | head -60)"
}
at_least recall_transfer 0.9
at_least recall_notification 0.87
at_least recall_detainee 0.95
at_least sense 0.95
at_least assertion 0.77
at_least count 0.9

figures=$(python3 "$here/tests/score.py" distractors "$export_folder" "$expected")
[ "$(value taken_for_evidence)" -le 3 ]
ok $? "words about money, pupils and newspapers are not evidence ($(value taken_for_evidence) of $(value distractors) were)" ||
    note "$figures"

db=$index/index.db
is "$(sqlite3 "$db" "select count(*) from mentions where evidential = 'true' and file = 'misc/treasurer-wire-transfers.pdf'")" \
    0 'no wire transfer is evidence'
is "$(sqlite3 "$db" "select assertion from mentions where file = 'forum/2021-truth-act-forum.pdf' and page = 5 and kind = 'transfer' and quote like '%no transfers%'")" \
    negated 'the denial is negated'
is "$(sqlite3 "$db" "select count(*) from mentions where substr(quote, start + 1, end - start) <> surface")" 0 \
    'the offsets of each mention give its words in the quote'
is "$(sqlite3 "$db" "select count(*) from mentions where not (x0 < x1 and y0 < y1)")" 0 'every mention has a box'
is "$(sqlite3 "$db" "select count(*) from mentions where file like 'production/%' and citation not like '%ACSO-0000%'")" 0 \
    'every mention of the production is cited by its Bates number'

run "$EVIDEX" tag < /dev/null
is "$status" 0 'tag with nothing to tag ends with 0'
printf '{"id":"a","text":"Deputies turned over 12 inmates to ICE in 2020."}\n' >"$work/in"
"$EVIDEX" tag <"$work/in" >"$work/tagged" 2>/dev/null
is "$(jq -r '.mentions[] | select(.kind == "transfer") | "\(.sense) \(.assertion) \(.count) \(.year)"' "$work/tagged")" \
    'custody affirmed 12 2020' 'tag reads a line and writes its mentions'
done_testing
