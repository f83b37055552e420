#!/usr/bin/env bash
# evidex tables and reconcile.
. "$(dirname "$0")/../tap.sh"
[ -d "$dump" ] || skip_all 'no samples: make samples'
samples_index

run "$EVIDEX" tables "$index"
is "$status" 0 'tables ends with 0'
like "$out" '^  Year +Detainers received' 'the table of the slides has its header'
like "$out" '^  2019 +71 +36 +14' 'and its rows'
run "$EVIDEX" tables "$index" --csv "$work/tables"
is "$status" 0 'the tables can be written as CSV'
is "$(($(wc -l <"$work/tables/tables.csv") - 1))" "$(($(ls "$work/tables" | wc -l) - 1))" 'tables.csv lists each file'
slides=$(awk -F, '/truth-act-forum.pdf,4,1/ { print $6 }' "$work/tables/tables.csv")
is "$(sed -n 4p "$work/tables/$slides" | cut -d, -f3-6)" '2020,33,19,0' 'the CSV has the cells'
run "$EVIDEX" tables "$index" --csv "$work/tables"
is "$status" 2 'files are not replaced'
run "$EVIDEX" tables "$index" --json
is "$(jq -r 'select(.cells.Year == "2018") | .cells["Transfers to ICE"]' <<<"$out")" 21 'JSON has the cells by column'

run "$EVIDEX" reconcile "$index"
is "$status" 0 'reconcile ends with 0'
like "$out" 'fiscal' 'a fiscal year is not held against a calendar year'
run "$EVIDEX" reconcile "$index" --json
is "$(jq -r 'select(.status | IN("contradiction", "agreement", "not_comparable")) | select((.left_citation == null) or (.right_citation == null and .rows_counted == null)) | .finding_id' <<<"$out")" '' \
    'both sides of each comparison are cited'
run "$EVIDEX" reconcile "$index" --csv -
like "$out" '^finding_id,status,left_claim,left_number,right_claim,right_number,rows_counted,reason,left_citation,right_citation' \
    'CSV has the columns of the record'

printf 'Month,Transfers to ICE\nJanuary,3\nFebruary,4\nMarch,2\nTotal,12\n' >"$work/log.csv"
"$EVIDEX" run "$work/log.csv" -o "$work/totals" -q >/dev/null 2>&1
run "$EVIDEX" reconcile "$work/totals"
is "$(sed -n 2,3p <<<"$out")" $'        12  log.csv, p. 1\n         9  sum of the rows above it' 'of a printed total it says which number nobody wrote'
is "$err" '1 finding: 1 printed total differs.' 'and counts it'
done_testing
