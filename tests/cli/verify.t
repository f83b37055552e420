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
