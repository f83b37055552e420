#!/usr/bin/env bash
# Office and OpenDocument files are read by LibreOffice where it is installed, and are named with a reason where not.
. "$(dirname "$0")/../tap.sh"
. "$(dirname "$0")/../fault/lib.sh"

python3 "$here/tests/dump.py" office - "$work/dump"
mkdir "$work/bin"
for program in sh rm; do ln -s "$(command -v $program)" "$work/bin/"; done
PATH=$work/bin "$EVIDEX" run "$work/dump" -o "$work/without" --ocr never -q >/dev/null 2>&1 </dev/null
is "$(question "$work/without" "select status || ' ' || code from documents where file = 'memo.odt'")" 'skipped unsupported' \
    'without LibreOffice such a file is skipped'
like "$(question "$work/without" "select reason from documents where file = 'memo.odt'")" 'libreoffice-writer-nogui' \
    'and the reason names the package'
run "$EVIDEX" text "$work/dump/memo.odt"
like "$err" 'an Office file' 'the text of one file says what it is'
if ! command -v soffice >/dev/null; then
    skip 'an OpenDocument text is read' 'no LibreOffice here (libreoffice-writer-nogui)'
    done_testing
    exit
fi

run "$EVIDEX" run "$work/dump" -o "$work/case" --ocr never --jobs 2 -q
is "$(question "$work/case" "select status from documents where file in ('memo.odt', 'letter.docx') group by 1")" 'done' \
    'an OpenDocument text and a Word document are read' || note "$(question "$work/case" 'select file, status, code, reason from documents')"
is "$(question "$work/case" "select citation from mentions where kind = 'transfer' and file like 'memo.odt/%'")" \
    'memo.odt/converted.pdf, p. 1, l. 1' 'a mention is cited to the page of its PDF, under the name of the file'
is "$(question "$work/case" "select parent from documents where file = 'memo.odt/converted.pdf'")" memo.odt 'the file it came from is in the record'
is "$(question "$work/case" "select document_id from documents where file = 'memo.odt'")" \
    "$(sha256sum <"$work/dump/memo.odt" | cut -d' ' -f1)" 'with the hash of the original'
is "$(question "$work/case" "select count(*) from mentions where file = 'mail.zip/a/letter.doc.odt/converted.pdf' and kind = 'notification'")" 1 \
    'one in an archive is read too'
is "$(question "$work/case" "select status || ' ' || code from documents where file = 'broken.docx'")" 'failed unsupported' \
    'one that cannot be converted is named as failed'
run "$EVIDEX" verify "$work/case"
is "$status" 0 'the index holds what it promises' || note "$out$err"
sleep 1
run "$EVIDEX" run "$work/dump" -o "$work/again" --ocr never -q
records "$work/case" "$work/one"
records "$work/again" "$work/two"
diff -r "$work/one" "$work/two" >"$work/diff"
ok $? 'another time gives the same bytes' || note "$(head -5 "$work/diff")"
is "$(find /tmp -maxdepth 1 -name 'evidex-office-*' -newer "$work/bin" | wc -l)" 0 'nothing is left behind'
done_testing
