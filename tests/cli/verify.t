#!/usr/bin/env bash
# evidex verify: each promise, broken on purpose, is noticed and named.
. "$(dirname "$0")/../tap.sh"
[ -d "$dump" ] || skip_all 'no samples: make samples'
samples_index

run "$EVIDEX" verify "$index"
is "$status" 0 'the index of the samples holds' || note "$out"
like "$out" 'quotes at their citations: [0-9]+' 'quotes were checked'

broken() { # NAME SQL MESSAGE
    rm -rf "$work/broken" && cp -r "$index" "$work/broken"
    sqlite3 "$work/broken/index.db" "$2" || note 'the SQL failed'
    run "$EVIDEX" verify --no-hash "$work/broken"
    is "$status" 1 "$1 is noticed"
    like "$out" "^BREACH .*$3" 'and named'
}
broken 'a quote changed' "update mention set quote = replace (quote, surface, 'xxxx') where n = 0 and page_id = (select min (page_id) from mention)" 'mention [0-9a-f]{16}'
broken 'a surface changed' "update mention set surface = 'xxxx' where n = 0 and page_id = (select min (page_id) from mention)" 'do not stand on its page'
broken 'a line changed' "update mention set line = line + 1 where n = 0 and page_id = (select max (page_id) from mention)" 'on its line'
broken 'a log entry changed' "update log set detail = detail || '!' where seq = 1" 'entry 1 of the custody log'
broken 'a log entry missing' "delete from log where seq = 1" 'custody log'
broken 'one byte of a log entry changed' "update log set detail = replace (detail, 'sha256', 'sha257') where seq = 3" 'entry 3 of the custody log'
broken 'the end of the log cut off' "delete from log where seq = (select max (seq) from log)" 'custody log'
broken 'one byte of a stored page changed' "update page_content set packed = cast (substr (packed, 1, 30) || x'00' || substr (packed, 32) as blob) where page_id = (select max (page_id) from page_content)" '[a-z]+\.pdf.*(stored|damaged)'
broken 'one byte of a quote changed' "update mention set quote = quote || '.' where n = 0 and page_id = (select min (page_id) from mention)" '[a-z]+\.pdf: what the index holds of it'
broken 'a count of a mention changed' "update mention set count = coalesce (count, 0) + 1 where n = 0 and page_id = (select min (page_id) from mention)" '[a-z]+\.pdf: what the index holds of it'
broken 'a claim changed' "update claim set number = number + 1 where n = 0 and doc = (select min (doc) from claim)" '[a-z]+\.pdf: what the index holds of it'
broken 'a finding changed' "update finding set status = 'agreement' where n = (select min (n) from finding where status <> 'agreement')" 'findings or Bates numbers'
broken 'a document under another hash' "update input set document_id = replace (document_id, substr (document_id, 1, 1), 'x') where file = (select min (file) from input)" 'does not stand in the custody log'
broken 'a page missing' "delete from page where page_id = (select min (page_id) from page)" 'number of pages'
broken 'a page without content' "delete from page_content where page_id = (select min (page_id) from page)" 'content is missing'
broken 'a file without a state' "update input set status = '', code = null; update document set status = ''" 'has no state'

cp -r "$dump" "$work/dump"
"$EVIDEX" run "$work/dump/production/01-cover-letter.pdf" -o "$work/one" -q >/dev/null 2>&1
printf ' ' >>"$work/dump/production/01-cover-letter.pdf"
run "$EVIDEX" verify "$work/one"
is "$status" 1 'an input that changed is noticed'
like "$out" 'not the file that was read' 'and named'
rm "$work/dump/production/01-cover-letter.pdf"
run "$EVIDEX" verify "$work/one"
is "$status" 1 'an input that is gone is noticed'
dd if=/dev/zero of="$work/one/index.db" bs=4096 seek=3 count=2 conv=notrunc 2>/dev/null
run "$EVIDEX" verify "$work/one"
is "$status" 4 'a damaged index is refused'
done_testing
