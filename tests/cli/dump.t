#!/usr/bin/env bash
# What a dump holds besides PDFs: images and text, by content.
. "$(dirname "$0")/../tap.sh"
. "$(dirname "$0")/../fault/lib.sh"

pdf 1 scan "$work/scan.pdf"
python3 "$here/tests/dump.py" plain "$work/scan.pdf" "$work/dump"
run "$EVIDEX" run "$work/dump" -o "$work/case" --jobs 2 -q
is "$status" 3 'a broken image makes the run end with 3'
question() { sqlite3 "$work/case/index.db" "$1"; }
# state FILE STATUS CODE PAGES
state() {
    is "$(question "select status, coalesce(code, '-'), pages from documents where file = '$1'" | tr '|' ' ')" "$2 $3 $4" \
        "$1 is $2, $3, $4 pages"
}
state images/scan.tif 'done' - 3
state images/one-good.tif partial truncated 1
state images/broken.tif failed image-damaged 0
state images/photo 'done' - 1
state images/screen.png 'done' - 1
state text/memo.txt 'done' - 2
state text/latin 'done' - 1
state text/wide.txt 'done' - 1
state text/page.htm 'done' - 1
state text/log.csv 'done' - 2
is "$(question "select count(*) from pages where file = 'images/scan.tif' and reading = 'ocr' and abs(width - 612) < 1")" 3 \
    'each page of a TIFF is recognised, at its size on paper'
like "$(question "select quote from mentions where file = 'images/photo' and kind = 'transfer'")" \
    'deputies transferred 2 people to ICE' 'what a JPEG says is tagged'
is "$(question "select count || ' ' || page || ' ' || line from mentions where file = 'text/memo.txt' and kind = 'transfer' and assertion = 'affirmed'")" \
    '12 1 1' 'a line of a text is cited by its page and line'
is "$(question "select count(*) from table_rows where file = 'text/log.csv'")" 60 'the records of a CSV are rows of a table'
like "$(question "select cells from table_rows where file = 'text/log.csv' limit 1")" '"Name" *: *"Roe, Ana 0"' 'under the names of its columns'
run "$EVIDEX" text "$work/dump/text/memo.txt"
like "$out" 'Привет 你好' 'characters that the font does not have are kept'
run "$EVIDEX" text "$work/dump/text/latin"
like "$out" 'Señor Muñoz .* — “hoy”' 'Windows-1252 is told from UTF-8'
run "$EVIDEX" text "$work/dump/text/page.htm"
unlike "$out" hidden 'what a page of HTML does not show is not read'
like "$out" 'Ana Roe +2021-03-04' 'cells of a row stand on one line'
id=$("$EVIDEX" search "$work/case" --kind transfer --file images/photo --json -n 1 2>/dev/null | jq -r '.mention_id' | head -1)
run "$EVIDEX" show "$work/case" "$id" --image "$work/place.png"
is "$status" 0 'the place of a mention in a JPEG can be shown' || note "$err"
run "$EVIDEX" exhibits "$work/case" --kind transfer -o "$work/binder.pdf"
is "$status" 0 'images and text become exhibits' || note "$err"
run "$EVIDEX" verify "$work/case"
is "$status" 0 'the index holds what it promises' || note "$out$err"
done_testing
