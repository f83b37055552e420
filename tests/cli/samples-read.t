#!/usr/bin/env bash
# Reading: how each page was read, its words, Bates numbers, redactions, and what the documents are.
. "$(dirname "$0")/../tap.sh"

samples_index
score() { python3 "$here/tests/score.py" "$1" "${2:-$export_folder}" "$expected"; }
value() { sed -n "s/^$1=//p" <<<"$figures"; }
at_least() { # VALUE FLOOR NAME
    awk -v v="${1:-0}" -v f="$2" 'BEGIN { exit !(v + 0 >= f) }'
    ok $? "$3 ($1)" || note "$(grep '^#' <<<"$figures" | head -40)"
}

figures=$(score readings)
is "$(value wrong)" 0 'each page is read as the gold answers say' || note "$figures"
figures=$(score bates)
is "$(value wrong)" 0 'each page bears its Bates number' || note "$figures"
figures=$(score redactions)
is "$(value wrong)" 0 'each page has as many redactions' || note "$figures"

figures=$(score documents)
for column in pages bates_first bates_last; do
    at_least "$(value $column)" 1 "documents: $column is right"
done
at_least "$(value origin)" 1 'documents: origin is right'
at_least "$(value language)" 1 'documents: language is right'
at_least "$(value type)" 0.8 'documents: type is right for four of five'

mkdir -p "$work/text"
find "$dump" -name '*.pdf' ! -name 'Copy of*' -print0 |
    while IFS= read -r -d '' file; do
        "$EVIDEX" text "$file" >"$work/text/$(basename "$file" .pdf).txt" 2>/dev/null
    done
figures=$(score words "$work")
at_least "$(value recall)" 0.95 'scanned and mixed pages: word recall'
like "$(cat "$work/text/2021-truth-act-forum.txt")" 'at least 48 hours before' 'the mail that is a picture on a slide is read'
like "$(cat "$work/text/10-memo-release-desk.txt")" 'watch commander' 'a text layer of garbage is not believed'
like "$(cat "$work/text/10-memo-release-desk.txt")" 'laundry cart' 'a sheet that lay sideways is read'
like "$(cat "$work/text/13-release-schedule.txt")" 'Lobby closes at 1500' 'a page turned by /Rotate is read'

run "$EVIDEX" why "$index" production/10-memo-release-desk.pdf 1
is "$status" 0 'why ends with 0'
like "$out" 'ocr' 'it says how the page was read'
done_testing
