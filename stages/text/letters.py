#!/usr/bin/env python3
"""Prints the table of letter pairs in trust.c, and how well it tells words from noise.

Counts over the word lists of Debian (wamerican, wspanish, wfrench, wngerman), accents folded, each
language with equal weight. A cell is -log2 of the share with which the column's letter follows the
row's, rounded and at most 9; the first row and column are the edge of the word.

    apt-get install wamerican wspanish wfrench wngerman && python3 stages/text/letters.py
"""
import math
import random
import unicodedata

LETTERS = "_abcdefghijklmnopqrstuvwxyz"
LISTS = ("american-english", "spanish", "french", "ngerman")
LIMIT = 5.5


def fold(word):
    word = word.lower().replace("ß", "ss").replace("œ", "oe").replace("æ", "ae")
    return "".join(c for c in unicodedata.normalize("NFD", word) if unicodedata.category(c) != "Mn")


def words(name):
    with open("/usr/share/dict/" + name, encoding="utf8", errors="ignore") as lines:
        folded = (fold(line.strip().split("'")[0]) for line in lines)
        return [w for w in folded if len(w) >= 2 and all("a" <= c <= "z" for c in w)]


def pairs(word):
    edged = "_" + word + "_"
    return [(LETTERS.index(a), LETTERS.index(b)) for a, b in zip(edged, edged[1:])]


def table(lists):
    share = [[0.0] * 27 for _ in range(27)]
    for name in lists:
        count = [[0] * 27 for _ in range(27)]
        for word in lists[name]:
            for a, b in pairs(word):
                count[a][b] += 1
        for a in range(27):
            for b in range(27):
                share[a][b] += count[a][b] / max(sum(count[a]), 1) / len(lists)
    return [[min(9, round(-math.log2(s))) if s > 0 else 9 for s in row] for row in share]


def main():
    random.seed(1)
    lists = {name: words(name) for name in LISTS}
    cost = table(lists)
    for letter, row in zip(LETTERS, cost):
        print('    "%s", /* %s */' % ("".join(map(str, row)), letter))

    def passes(sample):
        sample = [w for w in sample if len(w) >= 4]
        mean = (sum(cost[a][b] for a, b in pairs(w)) / (len(w) + 1) for w in sample)
        return sum(m <= LIMIT for m in mean) / len(sample)

    def shifted(word, by):
        return "".join(chr((ord(c) - 97 + by) % 26 + 97) for c in word)

    for name in LISTS:
        print("%-18s %.3f" % (name, passes(random.sample(lists[name], 4000))))
    english = random.sample(lists["american-english"], 4000)
    for by in (1, 3, 5):
        print("shifted by %-7d %.3f" % (by, passes([shifted(w, by) for w in english])))
    noise = ["".join(random.choice(LETTERS[1:]) for _ in w) for w in english]
    print("%-18s %.3f" % ("random letters", passes(noise)))


main()
