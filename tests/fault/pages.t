#!/bin/bash
# Pages that no printer made: huge and tiny ones, broken and huge pictures, noise, tens of thousands of pictures. Each ends
# within bounds of time and memory, and what could not be read is told.
. "$(dirname "$0")/../tap.sh"
. "$(dirname "$0")/lib.sh"

mkdir "$work/bad"
python3 - "$work/bad" <<'PY'
import os, random, sys, zlib
os.chdir(sys.argv[1])
noise = random.Random(1)
LETTER, PICTURE = (612, 792), b"/XObject << /I 6 0 R >>"
FULL, PART = b"q 612 0 0 792 0 0 cm /I Do Q\n", b"q 200 0 0 100 72 300 cm /I Do Q\n"

def stream(data, keys=b""):
    if b"/Filter" not in keys:
        data, keys = zlib.compress(data), keys + b" /Filter /FlateDecode"
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), keys, data)

def picture(width, height, bits, data, keys=b""):
    return stream(data, b"/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent %d /ColorSpace /DeviceGray %s"
                  % (width, height, bits, keys))

def pdf(name, box, content, *more, pages=1):
    page = (b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents 5 0 R /Resources << /Font << /F 3 0 R >> %s >> >>"
            % (*box, PICTURE if more else b""))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, b"4 0 R " * pages),
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", page, stream(content), *more]
    out, at = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        at.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(at) + 1) + b"".join(b"%010d 00000 n \n" % a for a in at)
    with open(name + ".pdf", "wb") as file:
        file.write(out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(at) + 1, table))

def lines(n, size=12):
    line = b"In 2019 deputies of Alder County turned over 12 inmates to ICE."
    return b"BT /F %d Tf 72 740 Td %d TL " % (size, size + 4) + b"(%s) Tj T* " % line * n + b"ET\n"

black = picture(1, 1, 8, b"\0")
pdf("giant-text", (100000, 100000), lines(1))
pdf("giant-scan", (100000, 100000), b"100000 0 0 100000 0 0 cm /I Do", picture(500, 500, 8, noise.randbytes(250000)))
pdf("giant-lines", (100000, 100000), b"".join(b"0 %d 100000 300 re f\n" % (i * 1000) for i in range(100)))
pdf("one-point", (1, 1), b"")
pdf("one-point-text", (1, 1), b"BT /F 1 Tf (x) Tj ET")
pdf("one-point-picture", (1, 1), b"/I Do", black)
pdf("pixel", LETTER, lines(1) + b"q 9 0 0 9 300 300 cm /I Do Q", black)
pdf("pixel-alone", LETTER, FULL, black)

scan = noise.randbytes(319 * 3300)
for name, data, filter in [("jpeg", b"\xff\xd8\xff\xe0\0\x10JFIF\0" + noise.randbytes(3000), b"DCTDecode"),
                           ("packed", zlib.compress(scan)[:9000], b"FlateDecode"),
                           ("jpx", noise.randbytes(3000), b"JPXDecode"),
                           ("jbig2", noise.randbytes(3000), b"JBIG2Decode"),
                           ("fax", noise.randbytes(30), b"CCITTFaxDecode")]:
    broken = picture(2550, 3300, 8 if name in ("jpeg", "jpx") else 1, data, b"/Filter /" + filter)
    pdf("broken-" + name, LETTER, FULL, broken)
    pdf("text-beside-" + name, LETTER, lines(3) + PART, broken)
long = picture(40000, 400, 1, bytes(40000 // 8 * 400))
pdf("long-picture", LETTER, FULL, long)
pdf("text-beside-long", LETTER, lines(3) + PART, long)
pdf("large-picture", LETTER, FULL, picture(20000, 20000, 1, bytes(20000 // 8 * 20000)))
pdf("noise", LETTER, FULL, picture(2550, 3300, 1, scan))
pdf("noise-thin", LETTER, FULL, picture(2550, 3300, 1, bytes(b if i % 9 == 0 else 255 for i, b in enumerate(scan))))

many = b"".join(b"q 1 0 0 1 %d %d cm /I Do Q\n" % (i % 250 * 2 + 50, i // 250 * 3 + 10) for i in range(50000))
inline = many.replace(b"/I Do", b"BI /W 1 /H 1 /BPC 8 /CS /G ID A EI")
pdf("many", LETTER, many + lines(1), black)
pdf("many-inline", LETTER, inline + lines(1))
pdf("many-alone", LETTER, many, black)
pdf("many-then-broken", LETTER, lines(30) + inline + PART, picture(800, 400, 8, b"\xff\xd8", b"/Filter /DCTDecode"))
pdf("too-many", LETTER, lines(1) + inline * 2)
pdf("../again", LETTER, FULL, picture(7000, 9000, 1, bytes(7000 // 8 * 9000)), pages=3)
PY

began=$SECONDS
run timeout 300 "$EVIDEX" run "$work/bad" -o "$work/case" --jobs 2 --ocr-timeout 3 --worker-memory 512 -q
is "$status" 3 'the run ends with 3'
note "$((SECONDS - began)) s"
is "$(question "$work/case" "select count(*), sum(status in ('done', 'partial', 'failed')) from input")" \
    "$(ls "$work/bad" | wc -l) $(ls "$work/bad" | wc -l)" 'every file has a status'
is "$(question "$work/case" 'select count(*) from pages')" "$(ls "$work/bad" | wc -l)" 'and every page'

# page NAME READING,... CODE,...: each one of them; "-" is no code
page() {
    local got
    got=$(question "$work/case" "select reading, coalesce(nullif(code, ''), '-') from pages where file = '$1.pdf'")
    case ",$2 " in *",${got% *}"[,\ ]*) case ",$3 " in *",${got#* }"[,\ ]*) ok 0 "$1: $got"; return ;; esac ;; esac
    ok 1 "$1: $2, $3" || note "got: $got"
}
page giant-text text -
page giant-scan ocr,failed -,page-timeout
page giant-lines ocr,failed page-size,page-timeout
page one-point blank -
page one-point-text text -
page one-point-picture ocr,blank,failed -,page-timeout
page pixel text -
page pixel-alone ocr,failed -,page-timeout
for kind in jpeg packed jpx jbig2 fax; do
    page broken-$kind failed page-damaged,image-damaged
    page text-beside-$kind text,region image-damaged
done
page long-picture failed image-damaged
page text-beside-long text,region image-damaged
page large-picture failed page-memory
page noise ocr,failed -,page-timeout
page noise-thin ocr,failed -,page-timeout
page many text -
page many-inline text -
page many-alone ocr,failed -,page-timeout
page many-then-broken text,region image-damaged
page too-many text page-damaged
is "$(question "$work/case" "select count(*) from pages where code in ('crashed', 'page-memory', 'sandbox-violation', 'protocol') and file <> 'large-picture.pdf'")" \
    0 'no reader crashed or ran out of memory'
is "$(question "$work/case" "select min(words) from pages where file like 'text-%' or file like 'many%' and file <> 'many-alone.pdf'")" \
    12 'text beside what is broken is read'

# Memory that an earlier page gave back is there for the next.
"$EVIDEX" run "$work/again.pdf" -o "$work/large" --jobs 1 --worker-memory 512 -q 2> /dev/null
is "$(question "$work/large" "select count(*), count(nullif(code, '')) from pages")" '3 0' \
    'pictures that fit one by one fit one after another'
done_testing
