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
# A searchable PDF, read by programs that are not ours.
scan=$dump/production/03-ice-log-2019.pdf
"$EVIDEX" text "$scan" --format pdf > "$work/searchable.pdf"
is $? 0 'a scan becomes a searchable PDF'
qpdf --check "$work/searchable.pdf" >/dev/null 2>&1
ok $? 'which qpdf finds sound'
like "$(pdftotext -l 1 "$work/searchable.pdf" -)" 'Released to ICE' 'pdftotext finds what was recognised'
run "$EVIDEX" text "$dump/production/12-incident-report.pdf" --format pdf
like "$err" 'page 1: the text under 3 of its redactions can be copied out, of this PDF too' 'who passes the PDF on is told what it gives away'
# The place of each word of a stream of "X0 Y0 X1 Y1 WORD", to whole points.
places() { awk '{ printf "%d %d %s\n", $1 + 0.5, $3 + 0.5, $5 }' | sort; }
"$EVIDEX" text "$scan" -p 1 --format json |
    jq -r '.lines[].words[] | select(.source != "text") | "\(.box[0]) \(.box[1]) \(.box[2]) \(.box[3]) \(.text)"' |
    places > "$work/ours"
pdftotext -bbox -l 1 "$work/searchable.pdf" - |
    sed -nE 's|.*xMin="([^"]+)" yMin="([^"]+)" xMax="([^"]+)" yMax="([^"]+)">(.*)</word>|\1 \2 \3 \4 \5|p' |
    sed "s/&amp;/\&/g; s/&lt;/</g; s/&gt;/>/g; s/&quot;/\"/g; s/&apos;/'/g; s/&#39;/'/g" | places > "$work/theirs"
words=$(wc -l < "$work/ours")
same=$(comm -12 "$work/ours" "$work/theirs" | wc -l)
[ "$words" -gt 20 ] && [ $((100 * same)) -ge $((95 * words)) ]
ok $? 'and finds it where we read it' || note "$same of $words words"
for file in "$scan" "$work/searchable.pdf"; do
    pdfimages -all "$file" "$work/picture-$(basename "$file" .pdf)"
    pdftoppm -r 40 -gray "$file" "$work/look-$(basename "$file" .pdf)"
done
is "$(cat "$work"/picture-searchable-* | sha256sum)" "$(cat "$work"/picture-03-* | sha256sum)" \
    'its pictures are those of the original'
is "$(cat "$work"/look-searchable-* | sha256sum)" "$(cat "$work"/look-03-* | sha256sum)" 'its pages look the same'
# What a redaction should hide, and does not.
run "$EVIDEX" text "$dump/production/12-incident-report.pdf" -p 1
like "$out" 'at the release desk\. ███ \(c\) ███' 'text under a redaction is kept back'
unlike "$out" '0144' 'all of it'
run "$EVIDEX" text "$dump/production/12-incident-report.pdf" -p 1 --reveal-redacted
like "$out" '0144' 'but for one who asks for it'
unlike "$out" '███' 'all of it'
run "$EVIDEX" text "$dump/production/04-emails.pdf" -p 2-9
is "$status" 2 'a page beyond the last is wrong usage'
like "$err" 'has 3 pages' 'and the number of pages is told'
is "$out" '' 'and nothing is printed'
run "$EVIDEX" text "$dump/production"
is "$status" 4 'a folder is not read as a file'
like "$err" 'a folder; `evidex run` reads folders' 'and the message says what reads it'
is "$out" '' 'and nothing is printed'
run "$EVIDEX" text "$dump/production/04-emails.pdf" --format docx
is "$status" 2 'an unknown format is wrong usage'
head -c 4096 /bin/sh > "$work/program"
run "$EVIDEX" text "$work/program"
is "$status" 4 'a program cannot be read'
like "$err" 'program: ' 'and is named'
done_testing
