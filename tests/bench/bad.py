#!/usr/bin/env python3
"""200 damaged inputs of invented content, read side by side: crashes, hangs, silent losses, pages read.

    bad.py EVIDEX WORK [--ocrmypdf] [FOLDER ...]

Every generated page carries a word of its own, so that a page counts as read if that word comes out. A loss
is silent if another tool read the page and this one ended well without a word about it. Files of a FOLDER
have no such words: there a page counts as read if it gave any text. Beside OCRmyPDF evidex reads with OCR too."""
import argparse
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import zlib

EACH = 8  # files a kind of damage; 25 kinds
LIMIT_S = 60  # a tool that takes longer over one file hangs


# ---- sound files ---------------------------------------------------------------------------------------

def content(number, page):
    lines = [f"Alder County Sheriff, log QK{number:03}P{page:02}",
             f"In 2019 deputies transferred {page + 2} people to ICE custody from the jail.",
             f"ICE was notified of the release of {page + 3} inmates in 2020."]
    return ("BT /F 12 Tf 72 720 Td 16 TL " + " ".join(f"({line}) Tj T*" for line in lines) + " ET").encode()


def stream(data, extra=b"", packed=False):
    if packed:
        data, extra = zlib.compress(data), extra + b" /Filter /FlateDecode"
    return b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(data), extra, data)


def objects_of(number, pages, packed=False):
    kids = b" ".join(b"%d 0 R" % (4 + 2 * i) for i in range(pages))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, kids),
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    for i in range(pages):
        objects += [b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
                    b"/Resources << /Font << /F 3 0 R >> >> >>" % (5 + 2 * i),
                    stream(content(number, i + 1), packed=packed)]
    return objects


def written(objects, shift=0, generation=0, root=b" /Root 1 0 R"):
    out, at = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for i, body in enumerate(objects, 1):
        at.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (i, body)
    xref = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(at) + 1)
    out += b"".join(b"%010d %05d n \n" % (a + shift, generation) for a in at)
    return out + b"trailer << /Size %d%s >>\nstartxref\n%d\n%%%%EOF\n" % (len(at) + 1, root, xref)


def qpdf(data, *options):
    with tempfile.TemporaryDirectory() as folder:
        source, target = os.path.join(folder, "a.pdf"), os.path.join(folder, "b.pdf")
        with open(source, "wb") as file:
            file.write(data)
        subprocess.run(["qpdf", "--deterministic-id" if "--encrypt" not in options else "--warning-exit-0",
                        *options, source, target], check=True)
        with open(target, "rb") as file:
            return file.read()


# ---- damage: each takes a random source, a number and a count of pages -------------------------------------

def cut(r, n, p):
    data = written(objects_of(n, p))
    return data[:int(len(data) * r.uniform(0.3, 0.95))]


def cut_packed(r, n, p):
    data = written(objects_of(n, p, True))
    return data[:int(len(data) * r.uniform(0.4, 0.95))]


def no_xref(r, n, p):
    data = written(objects_of(n, p))
    return data[:data.index(b"xref\n0")]


def wrong_startxref(r, n, p):
    return re.sub(rb"startxref\n\d+", b"startxref\n%d" % r.randrange(10 ** 6), written(objects_of(n, p)))


def wrong_lengths(r, n, p):
    return re.sub(rb"/Length \d+", lambda m: b"/Length %d" % r.choice([0, 1, 17, 99999]),
                  written(objects_of(n, p)))


def junk_before(r, n, p):
    return r.randbytes(r.randrange(20, 1000)) + b"\n" + written(objects_of(n, p))


def much_junk_before(r, n, p):
    return b"X" * r.randrange(1100, 5000) + b"\n" + written(objects_of(n, p))


def junk_after(r, n, p):
    return written(objects_of(n, p)) + r.randbytes(r.randrange(1000, 5000))


def flipped(r, n, p):
    data = bytearray(written(objects_of(n, p)))
    for _ in range(len(data) // 400):
        data[r.randrange(len(data))] = r.randrange(256)
    return bytes(data)


def no_header(r, n, p):
    return written(objects_of(n, p))[r.choice([4, 9, 15]):]


def wrong_count(r, n, p):
    return re.sub(rb"/Count \d+", b"/Count %d" % r.choice([0, 1, p + 5, 2 ** 31 - 1, -3]), written(objects_of(n, p)))


def loop_of_kids(r, n, p):
    return written(objects_of(n, p)).replace(b"/Kids [", b"/Kids [2 0 R " if r.random() < .5 else b"/Kids [1 0 R ")


def zeroed(r, n, p):
    data = bytearray(written(objects_of(n, p)))
    at = r.randrange(len(data) // 4, len(data) // 2)
    data[at:at + 200] = bytes(200)
    return bytes(data)


def line_ends(r, n, p):
    return written(objects_of(n, p)).replace(b"\n", r.choice([b"\r\n", b"\r"]))


def no_endobj(r, n, p):
    return written(objects_of(n, p)).replace(b"\nendobj\n", b"\n")


def no_endstream(r, n, p):
    return written(objects_of(n, p)).replace(b"\nendstream", b"\n")


def no_box(r, n, p):
    return written([o.replace(b" /MediaBox [0 0 612 792]", r.choice([b"", b" /MediaBox [0 0 0 0]", b" /MediaBox 5"]))
                    for o in objects_of(n, p)])


def giant_box(r, n, p):
    side = r.choice([20000, 200000, 10 ** 7])
    return written([o.replace(b"612 792", b"%d %d" % (side, side)) for o in objects_of(n, p)])


def packed_damage(r, n, p):
    data = bytearray(written(objects_of(n, p, True)))
    for match in list(re.finditer(rb"stream\n", bytes(data)))[::2]:
        data[match.end() + r.randrange(2, 60)] ^= 0x55
    return bytes(data)


def own_form(r, n, p):
    form = stream(b"/X Do " * r.randrange(1, 4), b" /Type /XObject /Subtype /Form /BBox [0 0 600 700] "
                  b"/Resources << /XObject << /X %d 0 R >> >>" % (4 + 2 * p))
    return written([o.replace(b"/Resources <<", b"/Resources << /XObject << /X %d 0 R >>" % (4 + 2 * p))
                    .replace(b" ET", b" ET /X Do").replace(b"/Length ", b"/Length 1") for o in objects_of(n, p)] + [form])


def object_streams(r, n, p):
    data = bytearray(qpdf(written(objects_of(n, p)), "--object-streams=generate"))
    at = data.rindex(b"startxref")
    return bytes(data[:at] if r.random() < .5 else data[:at] + b"startxref\n7\n%%EOF\n")


def no_root(r, n, p):
    return written(objects_of(n, p), root=r.choice([b"", b" /Root 99 0 R", b" /Root 3 0 R"]))


def locked(r, n, p):
    return qpdf(written(objects_of(n, p)), "--encrypt", *r.choice([("secret", "owner"), ("", "owner")]), "256", "--")


def two_in_one(r, n, p):
    data = written(objects_of(n, p))
    return data + b"7 0 obj\n<< /Cut" if r.random() < .5 else data[:-30] + written(objects_of(n, p))


def shifted(r, n, p):
    return written(objects_of(n, p), shift=r.choice([-3, 1, 700]), generation=r.choice([0, 3]))


KINDS = [cut, cut_packed, no_xref, wrong_startxref, wrong_lengths, junk_before, much_junk_before, junk_after, flipped,
         no_header, wrong_count, loop_of_kids, zeroed, line_ends, no_endobj, no_endstream, no_box, giant_box,
         packed_damage, own_form, object_streams, no_root, locked, two_in_one, shifted]


def generate(folder):
    os.makedirs(folder)
    for k, kind in enumerate(KINDS):
        for i in range(EACH):
            number, name = k * EACH + i, kind.__name__.replace("_", "-")
            with open(os.path.join(folder, f"{name}-{i}.pdf"), "wb") as file:
                file.write(kind(random.Random(number), number, 1 + number % 6 * 2))


# ---- the readers: what each gives for a file is (ended how, said something, pages) ---------------------------

def pages_of(text):
    """Page names, or numbers of pages with text where pages have no names. Glyph codes of a font without a map to
    Unicode come as control characters: they are no text."""
    named = set(re.findall(r"QK\d{3}P\d{2}", text))
    return named or {i for i, page in enumerate(text.split("\f")) if any(c.isprintable() and c != " " for c in page)}


def command(*arguments):
    """What a tool starts itself ends with it: its pipes would else be held open past the limit."""
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as child:
        try:
            out, err = child.communicate(timeout=LIMIT_S)
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            return "hang", True, ""
    return ("crash" if child.returncode < 0 or child.returncode > 127 else "end", child.returncode != 0 or bool(err),
            out.decode("utf-8", "replace"))


def pdftotext(path):
    ended, said, text = command("pdftotext", path, "-")
    return ended, said, pages_of(text)


def ocrmypdf(path):
    with tempfile.NamedTemporaryFile(suffix=".pdf") as out:
        ended, said, _ = command("ocrmypdf", "--skip-text", "--output-type", "pdf", "--jobs", "1", "-q", path, out.name)
        return ended, said, pages_of(command("pdftotext", out.name, "-")[2]) if os.path.getsize(out.name) else set()


def evidex(program, folder, index, ocr):
    shutil.rmtree(index, ignore_errors=True)
    began = time.monotonic()
    done = subprocess.run([program, "run", folder, "-o", index, "--ocr", ocr, "-q"], capture_output=True, check=False,
                          timeout=7200)
    print(f"evidex run: exit {done.returncode}, {time.monotonic() - began:.1f} s")
    results = {}
    with sqlite3.connect(os.path.join(index, "index.db")) as database:
        for file, status, code in database.execute("select file, status, code from documents"):
            results[file] = ["end", status != "done" or bool(code), set()]
        for file, page, words, code in database.execute("select file, page, words, code from pages"):
            results[file][1] |= bool(code)
            if words > 0:
                results[file][2].add(page - 1)
        database.execute("create virtual table temp.word using fts5vocab (main, page_words, instance)")
        named = {}
        for name, file in database.execute("select word.term, file from word join page on page_id = word.doc "
                                           "join document d on d.doc = page.doc where term glob 'qk[0-9]*p[0-9]*'"):
            named.setdefault(file, set()).add(name.upper())
        for file, names in named.items():
            results[file][2] = names & pages_of(" ".join(names))
    return done.returncode, results


# ---- side by side -----------------------------------------------------------------------------------------

def compare(name, folder, program, work, with_ocrmypdf):
    code, ours = evidex(program, folder, os.path.join(work, "index-" + name), "auto" if with_ocrmypdf else "never")
    files = sorted(file for file in os.listdir(folder) if file.endswith(".pdf"))
    tools = {"evidex": ours, "pdftotext": {f: pdftotext(os.path.join(folder, f)) for f in files}}
    if with_ocrmypdf:
        tools["ocrmypdf"] = {f: ocrmypdf(os.path.join(folder, f)) for f in files}
    print(f"{name}: {len(files)} files, {sum(f not in ours for f in files)} of them not accounted for by evidex")
    for tool, results in tools.items():
        got = [results.get(f, ("lost", False, set())) for f in files]
        silent = sum(len(set().union(*(t[f][2] for t in tools.values() if f in t)) - r[2]) > 0 and not r[1]
                     for f, r in zip(files, got))
        print(f"  {tool:10} {sum(len(r[2]) for r in got):5} pages read, {sum(r[0] == 'crash' for r in got)} crashes, "
              f"{sum(r[0] == 'hang' for r in got)} hangs, {silent} silent losses")
    behind = [f for f in files for t in tools.values() if len(t[f][2]) > len(ours.get(f, (0, 0, set()))[2])]
    for file in sorted(set(behind)):
        print(f"  behind: {file}: " + ", ".join(f"{tool} {len(r[file][2])}" for tool, r in tools.items() if file in r))
    return not behind and code in (0, 3) and all(f in ours for f in files)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("evidex")
    parser.add_argument("work")
    parser.add_argument("--ocrmypdf", action="store_true")
    parser.add_argument("folders", nargs="*")
    options = parser.parse_intermixed_args()
    shutil.rmtree(options.work, ignore_errors=True)
    generate(os.path.join(options.work, "bad"))
    good = compare("generated", os.path.join(options.work, "bad"), options.evidex, options.work, options.ocrmypdf)
    for folder in options.folders:
        good &= compare(os.path.basename(folder.rstrip("/")), folder, options.evidex, options.work, options.ocrmypdf)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
