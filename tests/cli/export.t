#!/usr/bin/env bash
# evidex export: formats, determinism, what is there is not replaced.
. "$(dirname "$0")/../tap.sh"
[ -d "$dump" ] || skip_all 'no samples: make samples'
samples_index

for format in csv jsonl xlsx concordance ftm webannotation; do
    run "$EVIDEX" export "$index" --format $format -o "$work/a/$format"
    is "$status" 0 "$format can be written"
done
head -1 "$work/a/csv/mentions.csv" | tr -d '\r' >"$work/header"
like "$(cat "$work/header")" '^mention_id,document_id,file,page,line,bates,kind,sense,evidential,assertion,cue,surface,quote,start,end,x0,y0,x1,y1,count,year,date,agency,speaker,document_type,source,confidence,rule,citation' \
    'mentions.csv has the columns of the record'
python3 - "$work/a" >"$work/checked" 2>&1 <<'PYTHON'
import csv, json, sys, zipfile
folder = sys.argv[1]
rows = list(csv.DictReader(open(folder + "/csv/mentions.csv", newline="", encoding="utf-8")))
lines = [json.loads(line) for line in open(folder + "/jsonl/mentions.jsonl", encoding="utf-8")]
assert len(rows) == len(lines) > 50, (len(rows), len(lines))
for row, line in zip(rows, lines):
    assert row["mention_id"] == line["mention_id"] and row["citation"] == line["citation"]
    assert line["quote"][line["start"]:line["end"]] == line["surface"], line["mention_id"]
assert [(r["file"], int(r["page"])) for r in rows] == sorted((r["file"], int(r["page"])) for r in rows)
sheets = [n for n in zipfile.ZipFile(folder + "/xlsx/evidex.xlsx").namelist() if "worksheets/sheet" in n]
assert len(sheets) == 7, sheets
dat = open(folder + "/concordance/evidex.dat", encoding="utf-8-sig", newline="").read().split("\r\n")
assert all(len(line.split("\x14")) == 18 for line in dat[:-1])
counts = [int(line.split("\x14")[8].strip("\xfe")) for line in dat[1:-1]]
assert min(counts) == 0 and max(counts) > 1, "an archive has no pages"
opt = open(folder + "/concordance/evidex.opt", encoding="utf-8", newline="").read().split("\r\n")[:-1]
assert [int(line.rsplit(",", 1)[1]) for line in opt] == [n for n in counts if n > 0], "what has pages is shown"
for name in ("ftm/evidex.ftm.json", "webannotation/annotations.jsonl"):
    assert all(json.loads(line) for line in open(folder + "/" + name, encoding="utf-8")), name
PYTHON
ok $? 'other programs read what was written' || note "$(cat "$work/checked")"

run "$EVIDEX" export "$index" --format site -o "$work/a/site"
is "$status" 0 'site can be written'
is "$(cd "$work/a/site" && ls *.*)" "$(printf '%s\n' app.js chart.svg index.js page.html source.js style.css)" 'with the files of the reading page'
sqlite3 "$index/index.db" "select distinct document_id || '-' || page || '.png' from mentions" | sort >"$work/wanted"
comm -23 "$work/wanted" <(ls "$work/a/site/pages" | sort) >"$work/lacking"
[ ! -s "$work/lacking" ] && [ -s "$work/wanted" ]
ok $? 'and a picture of each page that has a mention' || note "$(head -3 "$work/lacking")"
python3 - "$work/a/site/index.js" "$work/a/jsonl/mentions.jsonl" >"$work/checked" 2>&1 <<'PYTHON'
import json, re, sys
text = open(sys.argv[1], encoding="utf-8").read()
assert text.startswith("window.EVIDEX = {") and "\u2028" not in text
data = json.loads(re.sub(r",\n(?=})", "\n", text[len("window.EVIDEX = "):].rstrip(";\n")))
ids = sorted(m["mention_id"] for page in data["pages"].values() for m in page["mentions"])
assert ids == sorted(json.loads(line)["mention_id"] for line in open(sys.argv[2], encoding="utf-8"))
PYTHON
ok $? 'its script holds every mention once' || note "$(cat "$work/checked")"

"$EVIDEX" run "$dump" -o "$work/one" --jobs 1 -q >/dev/null 2>&1
for format in csv jsonl xlsx concordance ftm webannotation; do
    run "$EVIDEX" export "$work/one" --format $format -o "$work/b/$format"
    diff -r "$work/a/$format" "$work/b/$format" >"$work/diff"
    ok $? "one worker and four give the same bytes: $format" || note "$(head -5 "$work/diff")"
done

run "$EVIDEX" export "$index" --format csv -o "$work/a/csv"
is "$status" 2 'files that are there are not replaced'
run "$EVIDEX" export "$index" --format csv -o "$work/a/csv" --force
is "$status" 0 'but with --force'
is "$(find "$work/a/csv" -name '.*' -type d)" '' 'nothing unfinished is left'
run "$EVIDEX" export "$index" --format docx -o "$work/x"
is "$status" 2 'an unknown format is wrong usage'
is "$(ls "$work/x" 2>/dev/null)" '' 'and writes nothing'
run "$EVIDEX" export "$index" --format csv -o "$work/told"
is "$err" "$work/told: $(ls "$work/told" | wc -l) files written" 'it says what it wrote, and where'
run "$EVIDEX" export "$index" --format cvs -o "$work/told"
like "$err" "no format 'cvs'; there are: csv, .*, site\$" 'a format that does not exist: those that do are named'
run "$EVIDEX" export "$index" --format csv -o /proc/nowhere
is "$status" 4 'a place that cannot be written is exit status 4'

is "$(sqlite3 "$index/index.db" 'select count(*) from mentions')" "$(($(wc -l <"$work/a/jsonl/mentions.jsonl")))" \
    'sqlite3 sees the same rows in the view'

# What reviewers said leaves the index too; a binder names what they rejected.
mkdir "$work/reviewed" && cp "$index/index.db" "$work/reviewed" && cp -r "$index/members" "$work/reviewed" 2>/dev/null
id=$(sqlite3 "$index/index.db" "select mention_id from mentions where file = 'production/04-emails.pdf' and kind = 'transfer' and evidential = 'true' limit 1")
run "$EVIDEX" export "$work/reviewed" -f csv -o "$work/unreviewed"
[ ! -e "$work/unreviewed/reviews.csv" ]
ok $? 'without reviews there is no file of them'
sqlite3 "$work/reviewed/reviews.db" "create table review (seq integer primary key, mention_id text not null, verdict text not null,
    reviewer text not null, reason text not null, at text not null);
    insert into review (mention_id, verdict, reviewer, reason, at) values
    ('$id', 'accepted', 'A. Invented', '', '2026-01-02T03:04:05Z'), ('$id', 'rejected', 'B. Invented', '=told twice', '2026-01-03T03:04:05Z'),
    ('0000000000000000', 'accepted', 'B. Invented', '', '2026-01-04T03:04:05Z')"
for format in csv jsonl xlsx; do
    run "$EVIDEX" export "$work/reviewed" -f $format -o "$work/r"
    is "$status" 0 "$format can be written with reviews"
done
is "$(sed -n 3p "$work/r/reviews.csv" | cut -d, -f1-5)" "$id,rejected,B. Invented,\"'=told twice\",2026-01-03T03:04:05Z" 'reviews.csv has who said what, when and why'
is "$(jq -c '[.verdict, .citation == null]' "$work/r/reviews.jsonl" | paste -sd' ')" '["accepted",false] ["rejected",false] ["accepted",true]' \
    'each with its place, also one whose mention is no longer there'
like "$(python3 -c 'import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).read("xl/workbook.xml").decode())' "$work/r/evidex.xlsx")" 'name="reviews"' \
    'the workbook has a sheet of them'
run "$EVIDEX" show "$work/reviewed" "$id"
is "$(grep '^review ' <<<"$out" | tail -1)" 'review         rejected by B. Invented, 2026-01-03T03:04:05Z: =told twice' 'show has them'
run "$EVIDEX" exhibits "$work/reviewed" --id "$id" -o "$work/binder.pdf"
like "$err" "^In it, though a review rejected it: $id, by B. Invented: =told twice" 'a binder names what was rejected'
done_testing
