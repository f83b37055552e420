#!/usr/bin/env bash
# evidex exhibits: what is in the binder, as poppler, qpdf and mupdf see it; what is refused, and by which name.
. "$(dirname "$0")/../tap.sh"
[ -d "$dump" ] || skip_all 'no samples: make samples'
samples_index
binder=$work/binder.pdf
filters=(--kind transfer --assertion negated)

run "$EVIDEX" exhibits "$index" "${filters[@]}" -o "$binder" --stamp PLF- --start 41
is "$status" 0 'a binder is made' || note "$err"
like "$err" 'each label and highlight proved' 'and read again'
qpdf --check "$binder" >"$work/check" 2>&1
ok $? 'qpdf finds no fault in it' || note "$(cat "$work/check")"
manifest=$binder.json
n=$(jq '[.exhibits[].pages[]] | length' "$manifest")
cover=$(($(jq '.exhibits[0].pages[0].binder_page' "$manifest") - 1))
[ "$cover" -ge 1 ]
ok $? 'it has a cover'
is "$(pdfinfo "$binder" | awk '/^Pages/ {print $2}')" "$((n + cover))" 'and every page of its manifest'
is "$(jq -r .sha256 "$manifest")" "$(sha256sum "$binder" | cut -d' ' -f1)" 'the manifest has the hash of the binder'
jq -r '.exhibits[] | .sha256 + "  " + .file' "$manifest" | (cd "$dump" && sha256sum --check --quiet) >"$work/sums" 2>&1
ok $? 'and those of its sources' || note "$(cat "$work/sums")"
"$EVIDEX" search "$index" "${filters[@]}" --json -n 0 -q | jq -r 'select(.type == "mention").mention_id' | sort >"$work/wanted"
jq -r '.exhibits[].pages[].mentions[].mention_id' "$manifest" | sort >"$work/got"
cmp -s "$work/wanted" "$work/got" && [ -s "$work/got" ]
ok $? 'the same filters choose what search finds' || note "$(diff "$work/wanted" "$work/got" | head -3)"

python3 - "$binder" "$manifest" "$dump" >"$work/checked" 2>&1 <<'PYTHON'
import json, re, subprocess, sys
binder, manifest, dump = sys.argv[1], json.load(open(sys.argv[2])), sys.argv[3]
def run(*command):
    return subprocess.run(command, capture_output=True, text=True).stdout
objects = {}
for name, value in json.loads(run("qpdf", "--json=2", "--json-key=qpdf", binder))["qpdf"][1].items():
    objects[name[4:]] = value.get("value", value.get("stream", {}).get("dict"))
deref = lambda v: objects[v] if isinstance(v, str) and re.fullmatch(r"\d+ \d+ R", v) else v
pages = [p["object"] for p in json.loads(run("qpdf", "--json=2", "--json-key=pages", binder))["pages"]]
def annotations(page, kind):
    found = [deref(a) for a in deref(deref(page).get("/Annots", []))]
    return [a for a in found if a["/Subtype"] == kind]
def words(path, page):
    html = run("pdftotext", "-f", str(page), "-l", str(page), "-bbox", path, "-")
    height = float(re.search(r'page width="[\d.]+" height="([\d.]+)"', html)[1])
    return height, [(w, [float(x) for x in b]) for *b, w in re.findall(
        r'xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>', html)]
first = manifest["exhibits"][0]["pages"][0]["binder_page"]
links = {deref(l.get("/A", {})).get("/D", l.get("/Dest"))[0] for at in range(first - 1) for l in annotations(pages[at], "/Link")}
number = 41
for exhibit in manifest["exhibits"]:
    for page in exhibit["pages"]:
        at = page["binder_page"]
        assert pages[at - 1] in links, (at, "no link")
        text = run("pdftotext", "-f", str(at), "-l", str(at), binder, "-")
        assert page["label"] in text and page["stamp"] in text, (at, text[-200:])
        assert page["stamp"] == f"PLF-{number:06}", page["stamp"]
        number += 1
        marks = annotations(pages[at - 1], "/Highlight")
        assert len(marks) >= len(page["mentions"]), (at, len(marks))
        assert all("/AP" in m and len(m["/QuadPoints"]) % 8 == 0 for m in marks), at
        source = f"{dump}/{exhibit['file']}"
        old, new = words(source, page["page"])[1], words(binder, at)[1]
        assert set(w for w, _ in old) <= set(w for w, _ in new), at
        boxes = lambda s: [b for w, b in s]
        added = [b for w, b in new if w in (page["label"].split() + [page["stamp"]]) and not any(
            abs(b[0] - o[0]) < 1 and abs(b[1] - o[1]) < 1 for o in boxes(old))]
        assert added, at
        for a in added:
            for o in boxes(old):
                assert min(a[2], o[2]) - max(a[0], o[0]) < 0.5 or min(a[3], o[3]) - max(a[1], o[1]) < 0.5, (at, a, o)
PYTHON
ok $? 'links, labels, stamps and highlights stand where they should, over nothing' || note "$(tail -5 "$work/checked")"
pdftotext -l "$cover" "$binder" - | tr -s ' \n\f' ' ' >"$work/cover"
"$EVIDEX" search "$index" "${filters[@]}" --json -n 0 -q | # the line of the first mention of a sentence
    jq -rs 'map (select(.type == "mention")) | group_by ([.file, .page, .quote])[] | min_by (.line) |
            .page, .line, (.quote | gsub ("\\s+"; " ") | .[:60])' |
    while read -r page && read -r line && read -r quote; do
        grep -qF "p. $page, l. $line " "$work/cover" && grep -qF "“$quote" "$work/cover" || echo "$page $line $quote"
    done >"$work/unnamed"
[ ! -s "$work/unnamed" ]
ok $? 'the cover names each passage by page and line' || note "$(head -3 "$work/unnamed")"
mkdir "$work/memo"
told='Deputies turned over one man to ICE and transferred another to ICE.'
printf '%s\n\nThe clerk went home.\n\n%s\n' "$told" "$told" >"$work/memo/memo.txt"
"$EVIDEX" run "$work/memo" -o "$work/memo-index" -q
run "$EVIDEX" exhibits "$work/memo-index" --kind transfer -o "$work/memo.pdf"
is "$(jq '.exhibits[0].pages[0].mentions | length' "$work/memo.pdf.json")" 4 'of two mentions in a sentence that stands twice on its page'
is "$(pdftotext -l 1 "$work/memo.pdf" - | grep -oE 'p\. 1, l\. [0-9]+' | tr '\n' ' ')" 'p. 1, l. 1 p. 1, l. 3 ' \
    'the cover has one passage for each time'
scan=misc/whitlock-letter-rescan.pdf
run "$EVIDEX" exhibits "$index" --file "$scan" -o "$work/scan.pdf"
at=$(jq '.exhibits[0].pages[0].page' "$work/scan.pdf.json")
pdfimages -f "$at" -l "$at" -j "$dump/$scan" "$work/source" && pdfimages -f 2 -l 2 -j "$work/scan.pdf" "$work/exhibit"
cmp "$work/source-000.jpg" "$work/exhibit-000.jpg" >"$work/cmp" 2>&1
ok $? 'the picture of a scan is the very bytes of its source, not drawn again' || note "$(cat "$work/cmp")"
if command -v mutool >/dev/null; then
    like "$(mutool show "$binder" outline 2>&1)" 'Exhibit 1: ' 'mupdf reads its outlines'
    is "$(mutool show "$binder" outline 2>/dev/null | grep -c 'Exhibit [0-9]*: ')" "$(jq '.exhibits | length' "$manifest")" 'one an exhibit'
    mutool draw -q -r 20 -o "$work/drawn-%d.png" "$binder" >"$work/drawing" 2>&1
    is "$(grep -c '^error' "$work/drawing")" 0 'and draws every page'
else
    skip 'mupdf reads it' 'no mutool'
fi
run "$EVIDEX" exhibits "$index" "${filters[@]}" -o "$work/again.pdf" --stamp PLF- --start 41
cmp -s "$binder" "$work/again.pdf"
ok $? 'the same exhibits give the same bytes'

# Refusals: each leaves no file behind.
refuse() { # NAME STATUS PATTERN ARGUMENTS...
    local name=$1 wanted=$2 pattern=$3
    shift 3
    run "$EVIDEX" exhibits "$@" -o "$work/refused.pdf"
    like "$status" "^$wanted\$" "$name: refused"
    like "$err" "$pattern" "$name: by name"
    [ ! -e "$work/refused.pdf" ] && [ ! -e "$work/refused.pdf.json" ]
    ok $? "$name: nothing is written"
}
stamped=$(sqlite3 "$index/index.db" "select bates from pages where bates is not null order by bates limit 1")
refuse 'a number that the production bears' 2 "the stamp $stamped is already borne by page [0-9]+ of production/" \
    "$index" "${filters[@]}" --stamp "${stamped%%[0-9]*}" --start "$((10#${stamped##*[!0-9]}))"
refuse 'a number that outgrows its digits' 2 'digits' "$index" "${filters[@]}" --stamp X --start 99 --digits 2
refuse 'a page with text under its redactions' 2 '12-incident-report.pdf, p\. 1: the text under [0-9]+ of its redactions' \
    "$index" --kind transfer --file 12-incident
run "$EVIDEX" exhibits "$index" --kind transfer --file 12-incident --reveal-redacted -o "$work/revealed.pdf"
is "$status" 0 'but for one who asks for it'
run "$EVIDEX" exhibits "$index" --kind transfer --skip-redacted -o "$work/skipped.pdf"
is "$status" 0 'or leaves it out' || note "$err"
like "$err" '^Left out.*: production/12-incident-report.pdf, p\. 1$' 'then it is named'
is "$(jq -c .left_out "$work/skipped.pdf.json")" '["production/12-incident-report.pdf, p. 1"]' 'in the manifest too'
is "$(jq '[.exhibits[] | select(.file == "production/12-incident-report.pdf") | .pages[].page] | index(1)' "$work/skipped.pdf.json")" null \
    'and it is not there'
is "$(jq -r '[.exhibits[].exhibit] | .[-1]' "$work/skipped.pdf.json")" "Exhibit $(jq '.exhibits | length' "$work/skipped.pdf.json")" \
    'exhibits are numbered without a gap'
run "$EVIDEX" exhibits "$index" --kind transfer --skip-redacted -o "$work/limit.pdf" \
    --pages "$(jq '[.exhibits[].pages[]] | length' "$work/skipped.pdf.json")"
is "$status" 0 'what is left out does not count for the limit of pages'
refuse 'where nothing is left' 1 'no page is left' "$index" --skip-redacted --id \
    "$("$EVIDEX" search "$index" --kind transfer --file 12-incident --json -n 0 -q | jq -r 'select(.type == "mention" and .page == 1).mention_id' | head -1)"
refuse 'to take such pages and to leave them out' 2 'one of' "$index" --skip-redacted --reveal-redacted
refuse 'filters that choose nothing' 1 'no mention' "$index" --kind transfer --year 1871
refuse 'a kind that does not exist' 2 'detainee, notification, transfer' "$index" --kind transfers
refuse 'an assertion that does not exist' 2 "no assertion 'denied'" "$index" --assertion denied
refuse 'too many pages' 2 'the binder would have [0-9]+ pages' "$index" "${filters[@]}" --pages 1
run "$EVIDEX" exhibits "$index" "${filters[@]}" -o "$binder"
is "$status" 2 'a binder that is there is not replaced'

mkdir "$work/dump"
cp "$dump/misc/board-letter-budget.pdf" "$work/dump/letter.pdf"
cp "$dump/forum/coalition-response.pdf" "$work/dump/owner.pdf"
qpdf --encrypt '' owner 256 -- "$dump/forum/coalition-response.pdf" "$work/dump/owner.pdf"
"$EVIDEX" run "$work/dump" -o "$work/own" -q >/dev/null 2>&1
refuse 'an encrypted source' '[1-4]' 'owner\.pdf.*encrypted' "$work/own" --all --file owner
printf 'changed' >>"$work/dump/letter.pdf"
refuse 'a source that changed' '[1-4]' 'letter\.pdf changed' "$work/own" --all --file letter
rm "$work/dump/letter.pdf"
refuse 'a source that is gone' '[1-4]' 'letter\.pdf' "$work/own" --all --file letter
done_testing
