#!/usr/bin/env bash
# The sample dump itself: what the gold answers say about the files is true of the files.
. "$(dirname "$0")/../tap.sh"

[ -d "$dump" ] || skip_all 'no samples: make samples'

for file in documents pages mentions claims redactions; do
    cmp -s "$expected/$file.csv" "$BUILD/samples/expected/$file.csv"
    ok $? "$file.csv in the repository is what the sources say (else: make samples-expected)"
done
diff -rq "$expected/text" "$BUILD/samples/expected/text" >"$work/diff"
ok $? 'so is the text of each page' || note "$(cat "$work/diff")"

"$BUILD/samples/make" "$work/dump" "$work/expected" "$here"/samples/sources/*.src
ok $? 'the samples can be made again'
diff -r "$dump" "$work/dump" >/dev/null
ok $? 'the second time gives the same bytes'

wrong=0
while IFS=, read -r file type language pages rest; do
    [ -n "$type" ] && [ -f "$dump/$file" ] && [[ $file == *.pdf ]] || continue # not what a message or an archive holds
    found=$(pdfinfo "$dump/$file" 2>/dev/null | awk '/^Pages:/ { print $2 }')
    [ "$found" = "$pages" ] || { wrong=1; note "$file: $found pages, not $pages"; }
    qpdf --check "$dump/$file" >/dev/null 2>&1 || { wrong=1; note "$file: qpdf finds fault"; }
done < <(tail -n +2 "$expected/documents.csv")
ok $wrong 'every sample is a sound PDF with the pages that the gold answers give it'

is "$(sha256sum <"$dump/forum/2021-truth-act-forum.pdf")" \
    "$(sha256sum <"$dump/misc/Copy of 2021-truth-act-forum.pdf")" 'the copy of the slides has the same bytes'
like "$(pdftotext "$dump/production/12-incident-report.pdf" -)" 'Person 31' \
    'the failed redaction leaves its words in the file'
unlike "$(pdftotext "$dump/production/04-emails.pdf" -)" 'counsel@' 'a redaction that worked leaves none'
like "$(pdffonts "$dump/production/08-letter-to-supervisor.pdf"; pdfimages -list "$dump/production/08-letter-to-supervisor.pdf")" \
    'jpeg' 'the letter is a JPEG scan'
like "$(pdfimages -list "$dump/production/06-fax-request.pdf")" 'ccitt' 'the fax is a CCITT scan'
like "$(pdfinfo -f 1 -l 1 "$dump/production/13-release-schedule.pdf")" 'rot: +90' 'the schedule is turned by /Rotate'
is "$(python3 -c 'import sys, zipfile; print(*zipfile.ZipFile(sys.argv[1]).namelist())' "$dump/mail/annex.zip")" 'kiosk-sign.pdf read-me.txt' 'the archive holds a page and a list'
like "$(cat "$dump/mail/records-reply.eml")" 'filename="code-sheet.pdf"' 'the message has its sheet attached'
done_testing
