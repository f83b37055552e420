#!/usr/bin/env bash
# Real public files, where they stand: every path in the ledger once, no page lost. EVIDEX_CORPUS names the folder.
. "$(dirname "$0")/../tap.sh"

corpus=${EVIDEX_CORPUS:-$here/../shared/corpus}
[ -d "$corpus/tables" ] || skip_all "no corpus at $corpus (EVIDEX_CORPUS)"

run "$EVIDEX" run "$corpus/tables" -o "$work/index" -q
[ "$status" -eq 0 ] || [ "$status" -eq 3 ]
ok $? "a run over real files ends with 0 or 3 ($status)" || note "$err"
run "$EVIDEX" status "$work/index" --json
paths=$(find "$corpus/tables" -mindepth 1 ! -type d | wc -l)
is "$(jq -r 'select(.type == "ledger") | .inputs' <<<"$out")" "$paths" 'every path is in the ledger'
is "$(jq -r 'select(.type == "ledger") | .inputs - .done - .partial - .skipped - .failed' <<<"$out")" 0 'each with a status'
"$EVIDEX" export "$work/index" --format csv -o "$work/csv" 2>/dev/null
pages=$(find "$corpus/tables" -name '*.pdf' -print0 | sort -z | xargs -0 -n1 sha256sum | sort -u -k1,1 |
    sed 's/^[0-9a-f]*  //' | while IFS= read -r file; do pdfinfo "$file" 2>/dev/null | awk '/^Pages:/ { print $2 }'; done |
    awk '{ n += $1 } END { print n }')
is "$(($(python3 -c 'import csv, sys; print(sum(row["file"].endswith(".pdf") for row in csv.DictReader(open(sys.argv[1]))))' "$work/csv/pages.csv")))" \
    "$pages" 'every page of a PDF has a row'
done_testing
