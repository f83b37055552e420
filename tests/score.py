#!/usr/bin/env python3
"""Compares an export of the samples with samples/expected/.

    score.py WHAT EXPORT EXPECTED

WHAT: documents readings bates redactions mentions distractors rows claims findings words
Prints figures as NAME=VALUE, one a line, and each difference as a line that begins with '#'.
"words" reads pages of text (as `evidex text` prints them) in EXPORT/text/NAME.txt.
"""
import collections
import csv
import glob
import json
import os
import sys


def table(folder, name):
    with open(os.path.join(folder, name + ".csv"), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def tell(name, value):
    print(f"{name}={value:.3f}" if isinstance(value, float) else f"{name}={value}")


def differ(*words):
    print("#", *words)


def by_page(rows):
    return {(row["file"], row["page"]): row for row in rows}


def compare_pages(export, expected, column):
    """How many pages bear the expected value in a column."""
    got, right = by_page(table(export, "pages")), 0
    wanted = table(expected, "pages")
    for row in wanted:
        page = got.get((row["file"], row["page"]), {})
        if page.get(column, "missing") == row[column]:
            right += 1
        else:
            differ(row["file"], "page", row["page"], column, repr(page.get(column)), "not", repr(row[column]))
    tell("right", right)
    tell("wrong", len(wanted) - right)


def documents(export, expected):
    got = {row["file"]: row for row in table(export, "documents")}
    columns = ["type", "language", "pages", "origin", "bates_first", "bates_last"]
    right = collections.Counter()
    wanted = [row for row in table(expected, "documents") if not row["duplicate_of"]]
    for row in wanted:
        for column in columns:
            value = got.get(row["file"], {}).get(column)
            right[column] += value == row[column]
            if value != row[column]:
                differ(row["file"], column, repr(value), "not", repr(row[column]))
    for column in columns:
        tell(column, right[column] / len(wanted))


def overlap(left, right):
    left, right = left.casefold(), right.casefold()
    return left in right or right in left


def match_mentions(export, expected):
    """Pairs each gold mention with one of its kind whose words overlap, in page order."""
    free = collections.defaultdict(list)
    for row in table(export, "mentions"):
        free[row["file"], row["page"], row["kind"]].append(row)
    pairs = []
    for gold in table(expected, "mentions"):
        rows = free[gold["file"], gold["page"], gold["kind"]]
        hit = next((row for row in rows if row["surface"] == gold["surface"]), None) or \
            next((row for row in rows if overlap(row["surface"], gold["surface"])), None)
        if hit is not None:
            rows.remove(hit)
        pairs.append((gold, hit))
    return pairs, [row for rows in free.values() for row in rows]


def mentions(export, expected):
    pairs, extra = match_mentions(export, expected)
    total, found, same = collections.Counter(), collections.Counter(), collections.Counter()
    for gold, hit in pairs:
        if gold["evidential"] != "true":
            continue
        total[gold["kind"]] += 1
        if hit is None or hit["evidential"] != "true":
            differ("missed", *[gold[c] for c in ("file", "page", "kind", "sense", "surface")])
            continue
        found[gold["kind"]] += 1
        for column in ("sense", "assertion", "count"):
            same[column] += hit[column] == gold[column]
            if hit[column] != gold[column]:
                differ(column, repr(hit[column]), "not", repr(gold[column]), gold["file"], gold["page"],
                       gold["surface"])
    for kind in sorted(total):
        tell("recall_" + kind, found[kind] / total[kind])
    for column in ("sense", "assertion", "count"):
        tell(column, same[column] / max(1, sum(found.values())))
    for row in extra:
        if row["evidential"] == "true":
            differ("not in the gold (a title, or wrong):", row["file"], row["page"], row["kind"], row["surface"])


def distractors(export, expected):
    """Words of money, pupils and newspapers that were taken for evidence."""
    pairs, extra = match_mentions(export, expected)
    wrong = [hit for gold, hit in pairs if hit and gold["evidential"] == "false" and hit["evidential"] == "true"]
    wrong += [row for row in extra if row["evidential"] == "true" and row["file"].startswith("misc/")
              and "whitlock" not in row["file"]]
    for row in wrong:
        differ("taken for evidence:", row["file"], row["page"], row["kind"], row["surface"])
    tell("taken_for_evidence", len(wrong))
    tell("distractors", sum(gold["evidential"] == "false" for gold, _ in pairs))


def rows(export, expected):
    """Cells of the gold tables that stand, in the same row, in the export."""
    got = collections.defaultdict(list)
    for row in table(export, "table_rows"):
        cells = json.loads(row["cells"])
        got[os.path.basename(row["file"])[:-4]].append(
            {" ".join(str(value).split()) for value in cells.values()})
    for path in sorted(glob.glob(os.path.join(expected, "rows", "*.csv"))):
        name = os.path.basename(path).split(".t")[0]
        with open(path, encoding="utf-8", newline="") as file:
            gold = [line for line in csv.reader(file) if line[1] == "body"]
        whole = 0
        for line in gold:
            cells = {" ".join(cell.split()) for cell in line[2:] if cell not in ("", "—")}
            best = max(got[name], key=lambda row: len(cells & row), default=set())
            if cells <= best:
                whole += 1
            else:
                differ(name, "row", line[2], "lacks", sorted(cells - best))
        tell(os.path.basename(path)[:-4], f"{whole}/{len(gold)}")


def claims(export, expected):
    got = {(row["file"], row["page"], row["number"], row["what"]): row for row in table(export, "claims")}
    wanted = table(expected, "claims")
    found = 0
    for row in wanted:
        hit = got.get((row["file"], row["page"], row["number"], row["what"]))
        found += hit is not None
        if hit is None:
            differ("missed", row["file"], row["page"], row["number"], row["what"], row["year"])
        elif not row["year"].startswith("FY") and hit["year"] != row["year"]:
            differ("year", hit["year"], "not", row["year"], row["file"], row["number"])
    tell("recall", found / len(wanted))


def findings(export, expected):
    claim = {row["claim_id"]: row for row in table(export, "claims")}
    got = collections.defaultdict(list)
    for row in table(export, "findings"):
        left, right = claim.get(row["left_claim"], {}), claim.get(row["right_claim"], {})
        numbers = (row["left_number"], row["right_number"], row["rows_counted"])
        got[row["status"]].append((left.get("file", ""), right.get("file", ""), left.get("what", ""), numbers))
    missed = false = 0
    for row in table(expected, "findings"):
        wanted = (row["left_number"], row["right_number"], row["rows_counted"])
        if row["status"] == "never_contradiction":
            bad = [g for g in got["contradiction"] if row["left_number"] in g[3][:2] and row["left_file"] in g[:2]]
            false += bool(bad)
            for g in bad:
                differ("must not be held against each other:", row["left_file"], g, row["why"])
        elif row["status"] in ("contradiction", "agreement"):
            numbers = {n for n in wanted if n}
            hit = any(numbers <= set(g[3]) and row["left_file"] in g[:2] and g[2] == row["what"]
                      for g in got[row["status"]])
            missed += not hit
            if not hit:
                differ("missed", row["status"], row["what"], wanted, row["left_file"], row["why"])
    tell("missed", missed)
    tell("false", false)
    for status in ("bates_gap", "bates_repeat"):
        tell(status, len(got[status]))


def words(export, expected):
    """Order-free recall of the words of scanned and mixed pages."""
    total = found = 0
    for row in table(expected, "pages"):
        if row["reading"] not in ("ocr", "region"):
            continue
        name = os.path.basename(row["file"])[:-4]
        pages = [open(os.path.join(folder, "text", name + ".txt"), encoding="utf-8").read().split("\f")
                 for folder in (export, expected)]
        index = int(row["page"]) - 1
        have = collections.Counter(pages[0][index].split() if index < len(pages[0]) else [])
        want = collections.Counter(pages[1][index].split())
        hits = sum((have & want).values())
        total += sum(want.values())
        found += hits
        if hits < 0.9 * sum(want.values()):
            differ(row["file"], "page", row["page"], f"{hits}/{sum(want.values())} words")
    tell("recall", found / total)


def main():
    what, export, expected = sys.argv[1:4]
    if what in ("readings", "bates", "redactions"):
        compare_pages(export, expected, what.replace("readings", "reading"))
    else:
        {"documents": documents, "mentions": mentions, "distractors": distractors, "rows": rows,
         "claims": claims, "findings": findings, "words": words}[what](export, expected)


if __name__ == "__main__":
    main()
