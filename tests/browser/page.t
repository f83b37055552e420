#!/usr/bin/env bash
# The reading page in a real browser: page.mjs has the steps. The index is that of the samples and four files more: a
# letter whose text and name are markup, the same with a long name, one that is locked and one that is no PDF.
. "$(dirname "$0")/../tap.sh"
. "$here/tests/browser/server.sh"
[ -d "$dump" ] || skip_all 'no samples: make samples'
[ -x /usr/bin/chromium ] || skip_all 'no chromium: make deps'
command -v npm >/dev/null || skip_all 'no npm: make deps'
export BROWSER_MODULES=$BUILD/browser
if ! cmp -s "$here/tests/browser/package-lock.json" "$BROWSER_MODULES/installed"; then
    mkdir -p "$BROWSER_MODULES"
    cp "$here/tests/browser/"package*.json "$BROWSER_MODULES"
    (cd "$BROWSER_MODULES" && npm ci --no-audit --no-fund) >"$work/npm" 2>&1 ||
        skip_all "playwright-core cannot be installed: $(tail -1 "$work/npm")"
    cp "$here/tests/browser/package-lock.json" "$BROWSER_MODULES/installed"
fi
samples_index

mkdir "$work/more" "$work/dump"
python3 - "$work/more" <<'PYTHON'
import sys
def pdf(lines, tail=b""):
    text = "BT /F 11 Tf 72 700 Td 16 TL " + " ".join(f"({line}) '" for line in lines) + " ET"
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
               "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
               f"<</Length {len(text)}>>stream\n{text}\nendstream", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    start = len(out)
    out += f"xref\n0 6\n0000000000 65535 f \n".encode() + b"".join(b"%010d 00000 n \n" % p for p in places)
    return out + f"trailer<</Size 6/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode() + tail
folder = sys.argv[1]
hostile = ["Dear Sheriff Hostilius,", "<script>window.owned=1</script><img src=x onerror=window.owned=2>",
           "Deputies transferred 12 inmates to ICE <b onclick=alert\\(1\\)>in 2021</b>, javascript:alert\\(1\\)."]
open(folder + "/<img src=x onerror=window.owned=3>.pdf", "wb").write(pdf(hostile))
open(folder + "/" + "a very long file name that somebody once gave " * 4 + ".pdf", "wb").write(
    pdf(["The longwinded clerk wrote that no one was transferred to ICE in 2020."]))
open(folder + "/garbage.pdf", "wb").write(b"%PDF-1.4 but nothing else " * 50)
open(folder + "/open.pdf", "wb").write(pdf(["Deputies transferred 3 inmates to ICE."]))
PYTHON
qpdf --encrypt secret secret 256 -- "$work/more/open.pdf" "$work/more/<b>locked.pdf" && rm "$work/more/open.pdf"
cp -r "$index" "$work/index"
"$EVIDEX" run "$work/more" -o "$work/index" -q >/dev/null 2>&1
"$EVIDEX" export "$work/index" --format jsonl -o "$work/records" >/dev/null 2>&1
"$EVIDEX" export "$work/index" --format site -o "$work/site" >/dev/null 2>&1
pdftotext -bbox "$work/more/<img src=x onerror=window.owned=3>.pdf" "$work/words.html"

steps() { node "$here/tests/browser/page.mjs" "$1" "$address" "$work" 2>"$work/err" >"$work/out" || echo "not ok the steps '$1' end" >>"$work/out"; }
say() { # the steps print "ok NAME" or "not ok NAME", and what they found after a #
    while IFS= read -r line; do
        case $line in
        'ok '*) ok 0 "${line#ok }" ;;
        'not ok '*) ok 1 "${line#not ok }" || note "$(head -5 "$work/err")" ;;
        *) note "$line" ;;
        esac
    done <"$work/out"
}
serve "$work/index"
steps reading && say
stop_serving
rm "$work/index/index.db"
"$EVIDEX" run "$work/more" -o "$work/index" -q >/dev/null 2>&1
serve "$work/index"
steps again && say
address=file://$work/site/page.html
steps site && say
done_testing
