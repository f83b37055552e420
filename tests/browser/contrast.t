#!/usr/bin/env python3
"""Contrast of the colours of style.css, light and dark, as WCAG 2.2 counts it: 4.5 for text, 3 for frames and marks."""
import pathlib
import re

CSS = pathlib.Path(__file__).resolve().parents[2] / "stages/deliver/web/style.css"
TEXT = [(ink, ground) for ink in ("ink", "soft", "link", "transfer", "notification", "detainee", "other", "bad", "good")
        for ground in ("ground", "panel")] + [("ink", "dim"), ("link", "dim"), ("hit-ink", "hit")]
MARKS = [("soft", "panel"), ("link", "panel"), ("link", "ground"), ("link", "dim")]


def luminance(colour):
    parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a, b):
    dark, light = sorted((luminance(a), luminance(b)))
    return (light + 0.05) / (dark + 0.05)


palettes = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block))
            for block in re.findall(r":root \{(.*?)\}", CSS.read_text(), re.S)]
number = 0
for scheme, palette in zip(("light", "dark"), palettes):
    for pairs, least in ((TEXT, 4.5), (MARKS, 3.0)):
        for ink, ground in pairs:
            number += 1
            got = contrast(palette[ink], palette[ground])
            print(f"{'ok' if got >= least else 'not ok'} {number} - {scheme}: {ink} on {ground} is {got:.1f} : 1")
print(f"1..{number}")
