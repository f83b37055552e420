#!/usr/bin/env bash
# Archives, mailboxes, messages and portfolios: what they hold is read and cited as ARCHIVE/NAME, families are kept,
# and a hostile one costs only itself.
. "$(dirname "$0")/../tap.sh"
. "$(dirname "$0")/../fault/lib.sh"

pdf 1 scan "$work/scan.pdf"
python3 -W ignore "$here/tests/dump.py" containers "$work/scan.pdf" "$work/dump"
run "$EVIDEX" run "$work/dump" -o "$work/case" --ocr never --jobs 2 -q
is "$status" 3 'a locked and a cut archive make the run end with 3'
# state FILE STATUS CODE
state() {
    is "$(question "$work/case" "select status, coalesce(code, '-') from documents where file = '$1'")" "$2 $3" "$1 is $2, $3"
}
state dump.zip 'done' -
state dump.zip/a/memo.txt 'done' -
state dump.zip/inner.zip/deep.txt 'done' -
state dump.zip/inner.zip/again/scan.pdf skipped duplicate
state tape.tar.gz/x/y.txt 'done' -
state tape.tar.gz/link.txt skipped symlink
state locked.zip/secret.txt failed password
state cut.zip partial damaged
state cut.zip/one.txt 'done' -
state mail/note.eml/more.zip/z.txt 'done' -
state mail/box/0002.eml/page.txt 'done' -
state folio.pdf/second.txt 'done' -
state 'folio.pdf/año – 年.txt' 'done' -
state folio.pdf/lost.txt failed damaged
state clip.pdf/clipped.txt 'done' -
state clip.pdf/list.zip/row.txt 'done' -
is "$(question "$work/case" "select file from documents where file like 'both.pdf%' order by file" | tr '\n' ' ')" \
    'both.pdf both.pdf/third.txt both.pdf/third.txt (2) ' 'what is attached to the document and by a paper clip is taken once'
is "$(question "$work/case" "select distinct family from documents where file like 'clip.pdf/%'")" clip.pdf \
    'what hangs on a paper clip is of the family of its page'
state names.zip/tmp/evidex-out.txt 'done' -
state names.zip/etc/evidex-abs.txt 'done' -
state 'names.zip/same.txt (2)' 'done' -
[ ! -e /tmp/evidex-out.txt ] && [ ! -e /etc/evidex-abs.txt ]
ok $? 'a name that leads out writes nothing outside'
is "$(find "$work/case/members" -mindepth 1 | sed "s|$work/case/members/||" | grep -Evc '^[0-9a-f]{64}(/[0-9]+)?$')" 0 \
    'what is unpacked is stored under numbers, not names'
is "$(question "$work/case" "select citation from mentions where file = 'dump.zip/inner.zip/deep.txt' and kind = 'transfer'")" \
    'dump.zip/inner.zip/deep.txt, p. 1, l. 1' 'a file in an archive in an archive is cited by its whole way'
is "$(question "$work/case" "select parent || ' ' || family from documents where file = 'mail/note.eml/more.zip/z.txt'")" \
    'mail/note.eml/more.zip mail/note.eml' 'parent and family are in the records'
run "$EVIDEX" text "$work/dump/mail/note.eml"
like "$out" '^From: Zoë Clerk' 'the header of a message is read'
like "$out" 'turned over 21 inmates' 'and its body'
unlike "$out" 'same in HTML' 'what an alternative in HTML repeats is not read twice'
like "$out" '^Attachment: list.csv' 'and what is attached is named'
# letter CHARSET BYTES: a message in that character set, whose body is those bytes (for printf)
letter() {
    printf 'From: a@b.example\nTo: c@d.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: text/plain; charset=%s\n' "$1" >"$work/letter.eml"
    printf 'Content-Transfer-Encoding: base64\n\n' >>"$work/letter.eml"
    printf "$2" | base64 >>"$work/letter.eml"
    run "$EVIDEX" text "$work/letter.eml"
    like "$out" '^El señor' "a letter in $1 is read"
}
letter macintosh 'El se\x96or'
letter windows-1252 'El se\xf1or'
letter utf-7 'El se+APE-or'
letter utf-8 'El se\xf1or'
letter unheard-of 'El se\xf1or'
letter UTF-16LE "$(printf 'El señor' | iconv -t UTF-16LE | od -An -v -tx1 | tr -d '\n' | sed 's/ /\\x/g')"
run "$EVIDEX" status "$work/case" --json
is "$(jq -r 'select(.type == "ledger") | .inputs - .done - .partial - .skipped - .failed' <<<"$out")" 0 \
    'done, partial, skipped and failed make up all inputs, those in archives too'
run "$EVIDEX" verify "$work/case"
is "$status" 0 'the index holds what it promises' || note "$out$err"

"$EVIDEX" export "$work/case" --format concordance -o "$work/load" 2>/dev/null
python3 - "$work/load/evidex.dat" >"$work/families" <<'PY'
import sys
lines = open(sys.argv[1], encoding="utf-8-sig", newline="").read().split("\r\n")[:-1]
rows = [[field[1:-1] for field in line.split("\x14")] for line in lines]
rows = [dict(zip(rows[0], row)) for row in rows[1:]]
numbers = [row["BEGBATES"] for row in rows]
for row in rows:
    if row["FILEPATH"].startswith("mail/note.eml"):
        print(row["BEGATTACH"] == next(r["BEGBATES"] for r in rows if r["FILEPATH"] == "mail/note.eml"),
              numbers.index(row["ENDATTACH"]) - numbers.index(row["BEGATTACH"]))
PY
is "$(sort -u "$work/families")" 'True 3' 'a message and its files (but for the copy of one that stands elsewhere) are one range in a load file'

echo tulip >"$work/passwords"
run "$EVIDEX" run "$work/dump" -o "$work/case" --ocr never --password-file "$work/passwords" -q
state locked.zip/secret.txt 'done' -
records "$work/case" "$work/twice"
run "$EVIDEX" run "$work/dump" -o "$work/fresh" --ocr never --password-file "$work/passwords" --jobs 4 -q
records "$work/fresh" "$work/once"
diff -r "$work/once" "$work/twice" >"$work/diff"
ok $? 'a run in two steps gives the same records as one' || note "$(head -5 "$work/diff")"
for part in 0 1; do
    "$EVIDEX" run "$work/dump" -o "$work/part$part" --ocr never --password-file "$work/passwords" --shard "$part/2" -q 2>/dev/null
done
run "$EVIDEX" merge "$work/merged" "$work/part0" "$work/part1"
rm -rf "$work/part0" "$work/part1"
records "$work/merged" "$work/joined"
diff -r "$work/once" "$work/joined" >"$work/diff"
ok $? 'parts merged give the same records as one run' || note "$(head -5 "$work/diff")"
run "$EVIDEX" verify "$work/merged"
is "$status" 0 'and the unpacked files came along' || note "$out$err"
rm "$work/dump/dump.zip"
run "$EVIDEX" run "$work/dump" -o "$work/fresh" --ocr never -q
is "$(question "$work/fresh" "select distinct code from documents where file in ('dump.zip', 'dump.zip/a/memo.txt')")" unreadable \
    'files of an archive that is gone are said to be gone'

if command -v 7z >/dev/null; then
    mkdir "$work/seven"
    (cd "$work/dump/mail" && 7z a -bd "$work/seven/s.7z" note.eml >/dev/null)
    run "$EVIDEX" run "$work/seven" -o "$work/seven-case" --ocr never -q
    is "$(question "$work/seven-case" "select status from documents where file = 's.7z/note.eml/list.csv'")" 'done' 'a 7z archive is read'
else
    skip 'a 7z archive is read' 'no 7z here to make one'
fi

python3 "$here/tests/dump.py" bombs "$work/scan.pdf" "$work/bombs"
run "$EVIDEX" run "$work/bombs" -o "$work/bomb" --ocr never -q --unpack-bytes 1000000 --unpack-members 30 --unpack-depth 3
is "$status" 3 'bombs do not stop a run'
is "$(question "$work/bomb" "select status, code from documents where file = 'bomb.zip'")" 'partial too-big' 'a bomb is bounded in bytes'
is "$(question "$work/bomb" "select status from documents where file = 'bomb.zip/first.txt'")" 'done' 'what came before is read'
is "$(question "$work/bomb" "select count(*) from documents where file like 'many.zip/%'")" 30 'in files'
is "$(question "$work/bomb" "select status, code from documents where file like 'nest.zip/%' order by length(file) desc limit 1")" \
    'failed too-big' 'and in depth'
[ "$(du -sk "$work/bomb/members" | cut -f1)" -lt 4000 ]
ok $? 'and takes no more disk than it may'
done_testing
