#!/usr/bin/env bash
# Parts of a run, on several machines or one: joined, they are what one machine would have made.
. "$(dirname "$0")/../tap.sh"
[ -d "$dump" ] || skip_all 'no samples: make samples'

# Pages with text only, so that the test is quick; a document of 40 pages spreads over the parts.
mkdir "$work/dump" && cp -r "$dump/misc" "$dump/forum" "$work/dump" && : > "$work/dump/empty.pdf"
"$BUILD/tests/bench/make-pages" 40 "$work/dump/long.pdf"
export_of() { "$EVIDEX" export "$1" --format jsonl -o "$1.export" >/dev/null 2>&1; }
part() { "$EVIDEX" run "$work/dump" -o "$work/part$1" --shard "$1/3" --ocr never -q 2>/dev/null; }

"$EVIDEX" run "$work/dump" -o "$work/whole" --ocr never -q 2>/dev/null
export_of "$work/whole"
part 0
part 1
part 2
pages=$(for i in 0 1 2; do sqlite3 "$work/part$i/index.db" 'select count(*) from pages'; done | paste -sd+ | bc)
is "$pages" "$(sqlite3 "$work/whole/index.db" 'select count(*) from pages')" 'each page is read by exactly one part'
for i in 0 1 2; do
    [ "$(sqlite3 "$work/part$i/index.db" "select count(*) from pages where file = 'long.pdf'")" -gt 0 ]
    ok $? "the long document is spread: part $i has pages of it"
done

run "$EVIDEX" merge "$work/case" "$work/part0" "$work/part2"
is "$status" 2 'a missing part is refused'
like "$err" 'part 1/3' 'by name'
run "$EVIDEX" merge "$work/case" "$work/part0" "$work/part0" "$work/part1" "$work/part2"
is "$status" 2 'a part named twice is refused'
run "$EVIDEX" merge "$work/case" "$work/whole"
is "$status" 2 'an index that is no part is refused'
run "$EVIDEX" merge "$work/case" "$work/part0" "$work/part2" --partial
is "$status" 3 'with --partial the parts there are are copied'
like "$err" 'missing: part 1/3' 'and the missing one is named'
run "$EVIDEX" merge "$work/case" "$work/part1"
is "$status" 3 'the last part completes it (3: the empty file could not be read)'
export_of "$work/case"
diff -r "$work/whole.export" "$work/case.export" >/dev/null
ok $? 'the merged index exports the same, byte for byte'
run "$EVIDEX" merge "$work/case" "$work/part0" "$work/part1" "$work/part2"
is "$status" 3 'merging again changes nothing'
rm -r "$work/case.export" && export_of "$work/case"
diff -r "$work/whole.export" "$work/case.export" >/dev/null
ok $? 'and exports the same again'
run "$EVIDEX" verify "$work/case"
is "$status" 0 'the merged index holds what it promises'

# A part that was killed is run again and goes on.
rm -rf "$work/part1"
timeout -s KILL 0.3 "$EVIDEX" run "$work/dump" -o "$work/part1" --shard 1/3 --ocr never -q 2>/dev/null
part 1
run "$EVIDEX" merge "$work/again" "$work/part0" "$work/part1" "$work/part2"
export_of "$work/again"
diff -r "$work/whole.export" "$work/again.export" >/dev/null
ok $? 'a part that was killed and run again gives the same'

if command -v parallel >/dev/null; then
    rm -rf "$work"/part*
    parallel --will-cite -j2 "$EVIDEX run $work/dump -o $work/part{} --shard {}/3 --ocr never -q 2>/dev/null" ::: 0 1 2
    "$EVIDEX" merge "$work/parallel" "$work"/part* >/dev/null 2>&1
    export_of "$work/parallel"
    diff -r "$work/whole.export" "$work/parallel.export" >/dev/null
    ok $? 'GNU parallel runs the parts'
else
    skip 'GNU parallel runs the parts' 'parallel is not installed'
fi
done_testing
