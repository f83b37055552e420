# What the fault tests share. Source after tap.sh.
FAULTS=$BUILD/faults/evidex

# pdf PAGES SEED FILE: a PDF of so many pages of invented text, different for each seed
pdf() {
    python3 - "$@" <<'PY'
import sys
n, seed, path = int(sys.argv[1]), sys.argv[2], sys.argv[3]
objects = [b"<< /Type /Catalog /Pages 2 0 R >>",
           b"<< /Type /Pages /Count %d /Kids [%s] >>" % (n, b" ".join(b"%d 0 R" % (4 + 2 * i) for i in range(n))),
           b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
for i in range(n):
    lines = ["Alder County Sheriff, report %s, page %d." % (seed, i + 1),
             "In 2019 deputies transferred %d people to ICE custody from the jail." % (i + 2),
             "ICE was notified of the release of %d inmates in 2020." % (i + 3)]
    text = "BT /F 12 Tf 72 720 Td 16 TL " + " ".join("(%s) Tj T*" % line for line in lines) + " ET"
    objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
                   b"/Resources << /Font << /F 3 0 R >> >> >>" % (5 + 2 * i))
    objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text.encode()))
out, at = b"%PDF-1.4\n", []
for number, body in enumerate(objects, 1):
    at.append(len(out))
    out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
xref = len(out)
out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(at) + 1) + b"".join(b"%010d 00000 n \n" % a for a in at)
out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(at) + 1, xref)
open(path, "wb").write(out)
PY
}

# read_pdfs INPUT... OUT: a run without OCR; its result in $out, $err, $status
read_pdfs() {
    local folder=${!#}
    run "${PROGRAM:-$EVIDEX}" run "${@:1:$#-1}" -o "$folder" --ocr never --jobs "${JOBS:-2}"
}

# records OUT FOLDER: what the index holds, as CSV
records() { "$EVIDEX" export "$1" --format csv -o "$2" >"$work/export.log" 2>&1; }

# question OUT SQL: asks the index
question() { sqlite3 -cmd '.timeout 10000' -separator ' ' "$1/index.db" "$2"; } # a run may write at this moment

# form FILE: a filled form of one page; the field's value is written in UTF-16, as most programs do
form() {
    python3 - "$1" <<'PY'
import sys
label = b"BT /F 12 Tf 72 720 Td (Released to:) Tj ET"
value = "Ana Z\u00fa\u00f1iga to ICE".encode("utf-16-be")
objects = [b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] /DR << /Font << /F 3 0 R >> >> >> >>",
           b"<< /Type /Pages /Count 1 /Kids [4 0 R] >>", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
           b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R "
           b"/Resources << /Font << /F 3 0 R >> >> /Annots [6 0 R] >>",
           b"<< /Length %d >>\nstream\n%s\nendstream" % (len(label), label),
           b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V <FEFF%s> /DA (/F 12 Tf 0 g) "
           b"/Rect [160 715 420 735] /F 4 /P 4 0 R >>" % value.hex().encode()]
out, at = b"%PDF-1.4\n", []
for number, body in enumerate(objects, 1):
    at.append(len(out))
    out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
out += b"trailer << /Root 1 0 R >>\nstartxref\n0\n%%EOF\n"
open(sys.argv[1], "wb").write(out)
PY
}
