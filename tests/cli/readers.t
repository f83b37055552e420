#!/usr/bin/env bash
# The exports as readers see them that are not ours: python's csv, json and XML, openpyxl, xmllint.
. "$(dirname "$0")/../tap.sh"
[ -d "$dump" ] || skip_all 'no samples: make samples'
samples_index
for format in csv jsonl xlsx concordance ftm webannotation; do
    "$EVIDEX" export "$index" --format $format -o "$work/$format" >/dev/null 2>&1 || ok 1 "$format is written"
done
sqlite3 -json "$index/index.db" "select * from mentions where evidential = 'true'" >"$work/mentions.json"
sqlite3 -json "$index/index.db" "select * from pages" >"$work/pages.json"

# check NAME: the program on standard input ends well; debian's python has openpyxl
check() {
    /usr/bin/python3 - "$work" "$dump" >"$work/checked" 2>&1
    ok $? "$1" || note "$(tail -4 "$work/checked")"
}
check 'csv and jsonl hold the same records' <<'PYTHON'
import csv, json, sys
work = sys.argv[1]
for name in "documents pages mentions claims findings table_rows failures".split():
    rows = list(csv.DictReader(open(f"{work}/csv/{name}.csv", newline="", encoding="utf-8"), strict=True))
    lines = [json.loads(l) for l in open(f"{work}/jsonl/{name}.jsonl", encoding="utf-8")]
    assert len(rows) == len(lines) > 0, (name, len(rows), len(lines))
    for row, line in zip(rows, lines):
        assert None not in row and None not in row.values(), (name, "ragged")
        for key, value in row.items():
            said = line.get(key)
            if isinstance(said, str) and said[:1] not in "=+-@\t\r":
                assert value == said, (name, key)
            elif said is None:
                assert value == "", (name, key)
PYTHON
check 'openpyxl opens the workbook: header frozen, filtered, all rows, links' <<'PYTHON'
import csv, sys
from openpyxl import load_workbook
work = sys.argv[1]
book = load_workbook(work + "/xlsx/evidex.xlsx")
links = 0
for name in "documents pages mentions claims findings table_rows failures".split():
    sheet = book[name]
    rows = list(csv.reader(open(f"{work}/csv/{name}.csv", newline="", encoding="utf-8")))
    assert sheet.max_row == len(rows), (name, sheet.max_row, len(rows))
    assert [c.value for c in sheet[1]] == rows[0][:sheet.max_column], name
    assert sheet.freeze_panes and sheet.auto_filter.ref, name
    assert all(c.data_type != "f" or str(c.value).startswith("=HYPERLINK") for row in sheet.iter_rows() for c in row), (name, "a formula")
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            if cell.hyperlink:
                target, place = cell.hyperlink.location.replace("'", "").split("!")
                assert cell.value in [c.value for c in book[target][place[1:]]], cell
                links += 1
assert links > 0
PYTHON
check 'DAT and OPT agree with each other, with the files and with the texts' <<'PYTHON'
import email, hashlib, os, re, sys, zipfile
work, dump = sys.argv[1:]
def content(path):
    if os.path.isfile(f"{dump}/{path}"):
        return open(f"{dump}/{path}", "rb").read()
    holder, name = os.path.split(path)
    if holder.endswith(".zip"):
        return zipfile.ZipFile(f"{dump}/{holder}").read(name)
    message = email.message_from_bytes(content(holder))
    return next(part.get_payload(decode=True) for part in message.walk() if part.get_filename() == name)
raw = open(work + "/concordance/evidex.dat", "rb").read()
assert raw.startswith(b"\xef\xbb\xbf") and raw.endswith(b"\r\n")
lines = raw.decode("utf-8-sig").split("\r\n")[:-1]
assert not any("\n" in line for line in lines)
table = [line.split("\x14") for line in lines]
assert all(f[0] == f[-1] == "\u00fe" and "\u00fe" not in f[1:-1] for line in table for f in line)
table = [[f[1:-1] for f in line] for line in table]
records = [dict(zip(table[0], line, strict=True)) for line in table[1:]]
opt = open(work + "/concordance/evidex.opt", "rb").read().decode().split("\r\n")[:-1]
firsts = [line.split(",") for line in opt if line.split(",")[3] == "Y"]
assert all(line.count(",") == 6 for line in opt)
assert [(f[0], int(f[6])) for f in firsts] == [(r["DOCID"], int(r["PAGECOUNT"])) for r in records if r["PAGECOUNT"] != "0"]
assert all(r["FILEPATH"].endswith((".zip", ".eml", ".mbox")) for r in records if r["PAGECOUNT"] == "0")
for r in records:
    assert hashlib.sha256(content(r["FILEPATH"])).hexdigest() == r["SHA256"], r["DOCID"]
    open(work + "/concordance/" + r["TEXTPATH"].replace("\\", "/"), "rb").read().decode("utf-8-sig")
assert sum(os.path.getsize(os.path.join(d, f)) for d, _, fs in os.walk(work + "/concordance/TEXT") for f in fs) > 10000
PYTHON
check 'FollowTheMoney: every value a list of texts, every reference there' <<'PYTHON'
import json, sys
work = sys.argv[1]
entities = [json.loads(l) for l in open(work + "/ftm/evidex.ftm.json", encoding="utf-8")]
ids = {e["id"] for e in entities}
assert len(ids) == len(entities)
assert {e["schema"] for e in entities} >= {"Pages", "Page", "Event"}, {e["schema"] for e in entities}
for e in entities:
    assert set(e) == {"id", "schema", "properties"}, e.keys()
    for name, values in e["properties"].items():
        assert isinstance(values, list) and all(isinstance(v, str) and v for v in values), (e["id"], name)
        if name in ("document", "proof", "involved", "parent"):
            assert set(values) <= ids, (e["id"], name)
    if e["schema"] == "Event":
        assert e["properties"]["name"], e["id"]
mentions = json.load(open(work + "/mentions.json"))
assert sum(e["schema"] == "Event" for e in entities) == len(mentions)
PYTHON
check 'Web Annotations: the words and the box of each mention' <<'PYTHON'
import json, sys
from urllib.parse import unquote
work = sys.argv[1]
sizes = {(p["document_id"], p["page"]): (p["width"], p["height"]) for p in json.load(open(work + "/pages.json"))}
mentions = {}
for m in json.load(open(work + "/mentions.json")):
    mentions.setdefault("urn:evidex:mention:" + m["mention_id"], []).append(m)
notes = [json.loads(l) for l in open(work + "/webannotation/annotations.jsonl", encoding="utf-8")]
assert len(notes) == sum(map(len, mentions.values()))
for note in notes:
    assert note["@context"] == "http://www.w3.org/ns/anno.jsonld" and note["type"] == "Annotation"
    words, place = note["target"]["selector"]
    m = mentions[note["id"]][0]
    assert unquote(note["target"]["source"]) == m["file"]
    assert words["value"] == place["value"] == f"page={m['page']}"
    quote = words["refinedBy"]
    assert quote["type"] == "TextQuoteSelector" and quote["exact"] == m["surface"]
    assert quote["prefix"] + quote["exact"] + quote["suffix"] == m["quote"]
    name, values = place["refinedBy"]["value"].split(":")
    w, h = sizes[m["document_id"], m["page"]]
    x, y, dx, dy = map(float, values.split(","))
    assert name == "xywh=percent" and abs(x * w / 100 - m["x0"]) < 0.1 and abs(y * h / 100 - m["y0"]) < 0.1
    assert abs(dx * w / 100 - (m["x1"] - m["x0"])) < 0.1 and abs(dy * h / 100 - (m["y1"] - m["y0"])) < 0.1
PYTHON

page=$dump/production/04-emails.pdf
for format in hocr alto; do
    "$EVIDEX" text "$page" -p 1 --format $format >"$work/page.$format" 2>/dev/null
    xmllint --nonet --noout "$work/page.$format" 2>"$work/lint"
    ok $? "xmllint reads the $format" || note "$(head -3 "$work/lint")"
done
pdftotext -f 1 -l 1 -bbox "$page" "$work/bbox.html"
check 'hOCR and ALTO have the words of pdftotext, each in its place' <<'PYTHON'
import re, sys
import xml.etree.ElementTree as tree
work = sys.argv[1]
wanted = [(w.text, *(float(w.get(k)) for k in ("xMin", "yMin"))) for w in tree.parse(work + "/bbox.html").iter("{http://www.w3.org/1999/xhtml}word")]
hocr = [("".join(w.itertext()), *(float(v) * 72 / 300 for v in re.search(r"bbox (\d+) (\d+)", w.get("title")).groups()))
        for w in tree.parse(work + "/page.hocr").iter("{http://www.w3.org/1999/xhtml}span") if w.get("class") == "ocrx_word"]
alto = [(w.get("CONTENT"), float(w.get("HPOS")) * 72 / 1200, float(w.get("VPOS")) * 72 / 1200)
        for w in tree.parse(work + "/page.alto").iter("{http://www.loc.gov/standards/alto/ns-v4#}String")]
for got in (hocr, alto):
    assert sorted(w[0] for w in got) == sorted(w[0] for w in wanted)
    for word, x, y in wanted:
        assert any(g[0] == word and abs(g[1] - x) < 1.5 and abs(g[2] - y) < 3 for g in got), (word, x, y)
PYTHON
done_testing
