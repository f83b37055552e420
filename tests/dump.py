#!/usr/bin/env python3
"""Makes a small dump of files that are not PDFs, all invented, for tests/cli/dump.t.

    python3 tests/dump.py plain|containers|bombs|office SCAN.pdf FOLDER     SCAN.pdf: a page of print to be drawn by pdftoppm
"""
import email.message
import io
import os
import struct
import subprocess
import sys
import tarfile
import zipfile
import zlib


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



def zipped(members, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 2, 3, 4, 6)), data, method)
    return out.getvalue()


def locked(name, data, password):
    """A ZIP of one stored member under the old PKWARE encryption (APPNOTE 6.1)."""
    table = []
    for n in range(256):
        for _ in range(8):
            n = (n >> 1) ^ 0xedb88320 if n & 1 else n >> 1
        table.append(n)
    keys = [0x12345678, 0x23456789, 0x34567890]

    def update(byte):
        keys[0] = (keys[0] >> 8) ^ table[(keys[0] ^ byte) & 255]
        keys[1] = ((keys[1] + (keys[0] & 255)) * 134775813 + 1) & 0xffffffff
        keys[2] = (keys[2] >> 8) ^ table[(keys[2] ^ (keys[1] >> 24)) & 255]

    def encrypt(byte):
        two = (keys[2] | 2) & 0xffff
        out = byte ^ (((two * (two ^ 1)) >> 8) & 255)
        update(byte)
        return out

    for byte in password.encode():
        update(byte)
    check = zlib.crc32(data)
    body = bytes(encrypt(byte) for byte in bytes(11) + bytes([check >> 24]) + data)
    fields = struct.pack("<HHHHHIIIHH", 20, 1, 0, 0, 0x5022, check, len(body), len(data), len(name), 0)
    first = b"PK\3\4" + fields + name.encode() + body
    entry = b"PK\1\2" + struct.pack("<H", 20) + fields + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name.encode()
    return first + entry + b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(entry), len(first), 0)


def tarred(members, mode="w:gz"):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return out.getvalue()


def message(subject, body, attachments, html=None):
    mail = email.message.EmailMessage()
    mail["From"], mail["To"] = "Zo\u00eb Clerk <clerk@alder.example>", "desk@alder.example"
    mail["Date"], mail["Subject"] = "Tue, 04 Feb 2020 09:15:00 -0800", subject
    mail["Message-ID"] = "<%s@alder.example>" % zlib.crc32(subject.encode())
    mail.set_content(body)
    if html:
        mail.add_alternative(html, subtype="html")
    for name, data in attachments:
        mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    for part in mail.walk():
        if part.is_multipart():
            part.set_boundary("=%d=" % zlib.crc32((subject + part.get_content_type()).encode()))
    return mail.as_bytes()


def portfolio(names, clips=()):
    """A PDF of one page with text files attached to it, and by paper clips to a place on it."""
    def string(name):
        return b"(%s)" % name.encode() if name.isascii() else b"<FEFF%s>" % name.encode("utf-16-be").hex().encode()
    names_tree = b" ".join(b"%s %d 0 R" % (string(name), 6 + 2 * i) for i, (name, _) in enumerate(names))
    annotations = b" ".join(b"<< /Type /Annot /Subtype /FileAttachment /Rect [72 %d 86 %d] /Name /Paperclip /FS %d 0 R >>" %
                            (600 - 30 * i, 614 - 30 * i, 6 + 2 * (len(names) + i)) for i in range(len(clips)))
    objects = [b"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [%s] >> >> >>" % names_tree
               if names else b"<< /Type /Catalog /Pages 2 0 R >>",
               b"<< /Type /Pages /Count 1 /Kids [4 0 R] >>", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
               b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R "
               b"/Resources << /Font << /F 3 0 R >> >> /Annots [%s] >>" % annotations]
    text = b"BT /F 12 Tf 72 720 Td (Cover of the portfolio.) Tj ET"
    objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text))
    for i, (name, data) in enumerate([*names, *clips]):
        objects.append(b"<< /Type /Filespec /F %s /UF %s /EF << /F %d 0 R >> >>" % (string(name), string(name), 7 + 2 * i))
        kind = b"/Type /EmbeddedFile " if i < len(names) else b""  # which may lack
        if data is None:  # forty bytes that cannot be unpacked
            data, kind = b"noise", kind + b"/Filter /FlateDecode /Params << /Size 40 >> "
        objects.append(b"<< %s/Length %d >>\nstream\n%s\nendstream" % (kind, len(data), data))
    out, at = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        at.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    xref = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(at) + 1) + b"".join(b"%010d 00000 n \n" % a for a in at)
    return out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(at) + 1, xref)


def memo(year):
    return b"Deputies turned over %d inmates to ICE in %d.\n" % (year - 2000, year)


def containers(folder, scan):
    with open(scan, "rb") as file:
        pdf = file.read()
    inner = zipped([("deep.txt", memo(2011)), ("again/scan.pdf", pdf)])
    write(folder, "dump.zip", zipped([("a/b.pdf", pdf), ("a/memo.txt", memo(2012)), ("inner.zip", inner)]))
    write(folder, "names.zip", zipped([("../../../tmp/evidex-out.txt", memo(2013)), ("/etc/evidex-abs.txt", memo(2014)),
                                       ("..\\win.txt", memo(2015)), ("same.txt", memo(2016)), ("same.txt", memo(2017))]))
    write(folder, "locked.zip", locked("secret.txt", memo(2018), "tulip"))
    write(folder, "tape.tar.gz", tarred([("x/y.txt", memo(2019))]))
    whole = zipped([("one.txt", memo(2020)), ("two.txt", os.urandom(5000))])
    write(folder, "cut.zip", whole[:1200])
    write(folder, "mail/note.eml", message("Releases", memo(2021).decode(), [("list.csv", CSV.encode()), ("scan.pdf", pdf),
          ("more.zip", zipped([("z.txt", memo(2022))]))], "<p>the same in <b>HTML</b></p>"))
    box = b""
    for i in range(2):
        box += b"From clerk@alder.example Tue Feb  4 09:15:00 2020\n" + message(
            "Box %d" % i, memo(2023 + i).decode(), [("page.txt", b"Page %d of the box.\n" % i)]) + b"\n\n"
    write(folder, "mail/box", box)
    write(folder, "folio.pdf", portfolio([("first.txt", memo(2009)), ("second.txt", memo(2010)), ("lost.txt", None), ("a\u00f1o \u2013 \u5e74.txt", memo(2008))]))
    write(folder, "clip.pdf", portfolio([], [("clipped.txt", memo(2030)), ("list.zip", zipped([("row.txt", memo(2031))]))]))
    write(folder, "both.pdf", portfolio([("third.txt", memo(2032))], [("third.txt", memo(2032)), ("third.txt", memo(2033))]))


def bombs(folder):
    zeros = zipped([("zeros.bin", bytes(4 << 20))])
    write(folder, "bomb.zip", zipped([("first.txt", memo(2012)), ("zeros.bin", bytes(4 << 20)), ("last.txt", memo(2013))]))
    write(folder, "many.zip", zipped([("%d.txt" % i, memo(2001 + i)) for i in range(40)]))
    nest = zeros
    for i in range(6):
        nest = zipped([("nest%d.zip" % i, nest)])
    write(folder, "nest.zip", nest)


ODT = ("<?xml version='1.0'?><office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
       "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' office:version='1.2'><office:body><office:text>"
       "<text:p>%s</text:p></office:text></office:body></office:document-content>")
MANIFEST = ("<?xml version='1.0'?><m:manifest xmlns:m='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'>"
            "<m:file-entry m:full-path='/' m:media-type='application/vnd.oasis.opendocument.text'/>"
            "<m:file-entry m:full-path='content.xml' m:media-type='text/xml'/></m:manifest>")
DOCX = (("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='rels' "
         "ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Override PartName='/word/document.xml' ContentType="
         "'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>"),
        ("_rels/.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r' "
         "Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='word/document.xml'/></Relationships>"),
        ("word/document.xml", "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r>"
         "<w:t>%s</w:t></w:r></w:p></w:body></w:document>"))


def odt(sentence):
    return zipped([("mimetype", "application/vnd.oasis.opendocument.text"), ("META-INF/manifest.xml", MANIFEST),
                   ("content.xml", ODT % sentence)], zipfile.ZIP_STORED)


def docx(sentence):
    return zipped([(name, text % sentence if "%s" in text else text) for name, text in DOCX])


def office(folder):
    write(folder, "memo.odt", odt("In 2019 deputies turned over 12 inmates to ICE."))
    write(folder, "letter.docx", docx("In 2020 the jail notified ICE of the release of 3 inmates."))
    write(folder, "mail.zip", zipped([("a/letter.doc.odt", odt("In 2021 the jail notified ICE of the release of 4 inmates."))]))
    write(folder, "broken.docx", docx("x")[:300])


if __name__ == "__main__":
    what, scan, folder = sys.argv[1:]
    {"plain": lambda: plain(folder, scan), "containers": lambda: containers(folder, scan),
     "bombs": lambda: bombs(folder), "office": lambda: office(folder)}[what]()
