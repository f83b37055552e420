#!/usr/bin/env bash
# evidex text: one file, no index.
. "$(dirname "$0")/../tap.sh"
[ -d "$dump" ] || skip_all 'no samples: make samples'

run "$EVIDEX" text "$dump/production/04-emails.pdf"
is "$status" 0 'text ends with 0'
is "$(tr -cd '\f' <<<"$out" | wc -c)" 3 'each of the three pages ends with a form feed'
like "$out" 'sally port' 'the words are there'
run "$EVIDEX" text "$dump/production/03-ice-log-2019.pdf" -p 1
like "$out" 'Released to ICE' 'a scan is recognised'
run "$EVIDEX" text "$dump/production/04-emails.pdf" -p 1,3 --format json
is "$(jq -r .page <<<"$out" | tr '\n' ' ')" '1 3 ' 'pages can be chosen'
is "$(jq -r '.lines[0].words[0] | .box | length' <<<"$out" | head -1)" 4 'words have boxes'
for format in hocr alto; do
    run "$EVIDEX" text "$dump/production/04-emails.pdf" -p 1 --format $format
    python3 -c 'import sys, xml.dom.minidom; xml.dom.minidom.parse (sys.argv[1])' "$work/out" 2>/dev/null
    ok $? "$format is well-formed"
done
run "$EVIDEX" text "$dump/production/04-emails.pdf" -p 2-9
is "$status" 2 'a page beyond the last is wrong usage'
like "$err" 'has 3 pages' 'and the number of pages is told'
is "$out" '' 'and nothing is printed'
run "$EVIDEX" text "$dump/production/04-emails.pdf" --format docx
is "$status" 2 'an unknown format is wrong usage'
run "$EVIDEX" text "$0"
is "$status" 4 'a file that is no PDF cannot be read'
like "$err" 'text\.t: ' 'and is named'
done_testing
