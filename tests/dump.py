#!/usr/bin/env python3
"""Makes a small dump of files that are not PDFs, all invented, for tests/cli/dump.t.

    python3 tests/dump.py SCAN.pdf FOLDER     SCAN.pdf: a page of print to be drawn by pdftoppm
"""
import os
import struct
import subprocess
import sys


def write(folder, name, data):
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(data if isinstance(data, bytes) else data.encode())


def draw(pdf, *options):
    return subprocess.run(["pdftoppm", "-r", "200", *options, pdf], check=True, stdout=subprocess.PIPE).stdout


def tiff(pages, dpi=200):
    """Bilevel pages as pdftoppm -mono writes them (PBM, P4), in one TIFF 6.0 without compression."""
    out = bytearray(b"II*\0\0\0\0\0")
    link = 4
    for pbm in pages:
        _, size, bits = pbm.split(b"\n", 2)
        width, height = map(int, size.split())
        at = len(out)
        out += bits + b"\0" * (len(bits) % 2)
        resolution = len(out)
        out += struct.pack("<II", dpi, 1)
        struct.pack_into("<I", out, link, len(out))
        entries = [(256, 4, width), (257, 4, height), (258, 3, 1), (259, 3, 1), (262, 3, 0), (273, 4, at),
                   (277, 3, 1), (278, 4, height), (279, 4, len(bits)), (282, 5, resolution), (283, 5, resolution)]
        out += struct.pack("<H", len(entries))
        for tag, kind, value in entries:
            out += struct.pack("<HHII", tag, kind, 1, value)
        link = len(out)
        out += b"\0\0\0\0"
    return bytes(out)


CSV = "Name,Booking,Released,Transferred to\n" + "".join(
    '"Roe, Ana %d",B%04d,2019-0%d-11,%s\n' % (i, i, 1 + i % 9, "ICE" if i % 3 else "") for i in range(60))
HTML = """<!doctype html><title>hidden</title><script>var hidden = 1</script><h1>Releases</h1>
<p>In 2021 the jail notified ICE of <b>seven</b> releases.</p>
<table><tr><th>Name<th>Date<tr><td>Ana Roe<td>2021-03-04</table>"""


def plain(folder, scan):
    mono = draw(scan, "-mono")
    write(folder, "images/scan.tif", tiff([mono, mono, mono]))
    write(folder, "images/one-good.tif", tiff([mono, mono])[:len(tiff([mono])) + 400])
    write(folder, "images/broken.tif", b"II*\0\x08\0\0\0" + bytes(range(200)))
    write(folder, "images/photo", draw(scan, "-jpeg"))
    write(folder, "images/screen.png", draw(scan, "-png", "-gray"))
    write(folder, "text/memo.txt", "Deputies turned over 12 inmates to ICE in 2019.\n\fNo one in 2020. Привет 你好\n")
    write(folder, "text/latin", "Señor Muñoz fue transferido a ICE — “hoy”\n".encode("cp1252"))
    write(folder, "text/wide.txt", "The jail notified ICE of 3 releases.\n".encode("utf-16"))
    write(folder, "text/page.htm", HTML)
    write(folder, "text/log.csv", CSV)


if __name__ == "__main__":
    plain(sys.argv[2], sys.argv[1])
