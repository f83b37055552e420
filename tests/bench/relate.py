#!/usr/bin/env python3
"""What the document and collection stages find in a dump, against its gold answers.

usage: relate.py EVIDEX DUMP EXPECTED OUT     (the index OUT is made if it does not exist)

Prints one row a measure: how many are expected, how many found, and what else was said. Exits 1 if a pair that must
never be held against each other was, since that costs a correction.
"""
import collections, csv, os, shutil, sqlite3, subprocess, sys

evidex, dump, expected, out = sys.argv[1:5]
shutil.rmtree(out, ignore_errors=True)  # what an older program found there would be scored as it stands
if subprocess.run([evidex, "run", dump, "-o", out, "-q"], check=False).returncode not in (0, 3):
    sys.exit("relate.py: the dump could not be read")
db = sqlite3.connect(os.path.join(out, "index.db"))
db.row_factory = sqlite3.Row


def gold(name):
    with open(os.path.join(expected, name + ".csv"), newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def number(text):
    return int(text) if text not in ("", None) else None


def row(name, want, have, extra=""):
    print(f"{name:<28}{want:>9}{have:>8}   {extra}")


print(f"{'':<28}{'expected':>9}{'found':>8}")

# ---- documents
found = {r["file"]: r for r in db.execute("select * from documents")}
docs = [d for d in gold("documents") if not d["duplicate_of"]]
for column in ("type", "language", "origin", "date", "bates_first", "bates_last"):
    wanted = [d for d in docs if d[column]]
    right = [d for d in wanted if d["file"] in found and found[d["file"]][column] == d[column]]
    wrong = [d["file"].split("/")[-1] for d in wanted if d not in right]
    row("documents: " + column, len(wanted), len(right), ("not: " + ", ".join(wrong)) if wrong else "")
pairs = [(d["file"], d["near_duplicate_of"]) for d in docs if d["near_duplicate_of"]]
group = lambda f: found[f]["near_duplicate_group"] if f in found else None
row("near-duplicates", len(pairs), sum(group(a) is not None and group(a) == group(b) for a, b in pairs))

# ---- claims: by file, page, number, what, year
def key(c):
    return (c["file"], int(c["page"]), int(c["number"]), c["what"])

claims = list(db.execute("select * from claims"))
wanted, have = collections.Counter(key(c) for c in gold("claims")), collections.Counter(key(c) for c in claims)
row("claims", sum(wanted.values()), sum((wanted & have).values()),
    "missed: " + "; ".join(f"{k[0].split('/')[-1]} p. {k[1]} {k[2]} {k[3]}" for k in wanted - have) if wanted - have else "")
years = {(key(c), c["year"][-4:] if not c["year"].startswith("FY") else None) for c in gold("claims")}
right = {(key(c), str(c["year"])) for c in claims}
row("claims: year", sum(y is not None for _, y in years), len({y for y in years if y[1]} & right))
asserted = [c for c in claims if c["year"] is not None]
row("claims not expected", "", sum((have - wanted).values()), f"{len(asserted)} of {len(claims)} claims have a year")

# ---- findings
names = {r["document_id"]: r["file"] for r in db.execute("select document_id, file from document")}
findings = list(db.execute("select f.*, x.left_document, x.right_document from findings f "
                           "join finding x using (finding_id)"))


def matches(want, got):
    if got["status"] != want["status"] or (want["what"] and got["what"] != want["what"]):
        return False
    if want["year"] and got["year"] != int(want["year"]):
        return False
    sides = {(number(want["left_number"]), want["left_file"]), (number(want["right_number"]), want["right_file"])}
    left, right = names.get(got["left_document"]), names.get(got["right_document"])
    if want["rows_counted"]:
        return (got["left_number"], left) == (number(want["left_number"]), want["left_file"]) and \
            got["rows_counted"] == int(want["rows_counted"])
    if want["status"].startswith("bates"):
        return got["left_number"] == number(want["left_number"])
    return sides == {(got["left_number"], left), (got["right_number"], right)}


for status in ("contradiction", "agreement", "bates_gap", "bates_repeat"):
    wanted = [w for w in gold("findings") if w["status"] == status]
    missed = [w["why"] for w in wanted if not any(matches(w, f) for f in findings)]
    said = sum(f["status"] == status for f in findings)
    row("findings: " + status, len(wanted), len(wanted) - len(missed),
        f"{said} said" + ("; missed: " + "; ".join(missed) if missed else ""))

# A pair that must never be a contradiction: its number on one side, its file named.
false = []
for want in (w for w in gold("findings") if w["status"] == "never_contradiction"):
    for f in findings:
        side = (f["left_number"], names.get(f["left_document"])), (f["right_number"], names.get(f["right_document"]))
        if f["status"] == "contradiction" and (number(want["left_number"]), want["left_file"]) in side:
            false.append(want["why"])
row("false contradictions", 0, len(false), "; ".join(false))
sys.exit(1 if false else 0)
