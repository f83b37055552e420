#!/bin/bash
# Only what is stale is done again.
. "$(dirname "$0")/../tap.sh"
. "$(dirname "$0")/lib.sh"

dump=$work/dump
mkdir "$dump"
pdf 3 a "$dump/a.pdf"
pdf 4 b "$dump/b.pdf"
keys() { question "$1" 'select group_concat(read_key) from page'; }
tags() { question "$1" 'select group_concat(tag_key) from page'; }
read_pdfs "$dump" "$work/case"
first=$(keys "$work/case")
before=$(question "$work/case" 'select count(*) from mention')
[ "$before" -gt 0 ]
ok $? 'the first run finds mentions'

cp "$work/case/index.db" "$work/index.before"
read_pdfs "$dump" "$work/case"
is "$status" 0 'the same run again ends with 0'
is "$(question "$work/case" "select group_concat (event, ' ') from log")" \
    'start document document read read collection end start end' 'and only the log grows'
is "$(keys "$work/case")" "$first" 'the pages stay'
is "$(question "$work/case" 'select file, status from input order by file')" $'a.pdf done\nb.pdf done' \
    'and so do the inputs'

cp "$dump/a.pdf" "$dump/a2.pdf"
pdf 2 c "$dump/c.pdf"
read_pdfs "$dump" "$work/case"
is "$(question "$work/case" 'select file, status from documents order by file')" \
    $'a.pdf done\na2.pdf skipped\nb.pdf done\nc.pdf done' 'new inputs join'
read_pdfs "$dump" "$work/fresh"
records "$work/case" "$work/case.csv"
records "$work/fresh" "$work/fresh.csv"
diff -r "$work/case.csv" "$work/fresh.csv" >"$work/diff"
is $? 0 'grown bit by bit or read at once: the same records'

mkdir -p "$work/own/en"
printf 'sense  detainee/tally\ncue    inmates\nhit    There were 12 [inmates].   affirmed 12\n' >"$work/own/en/own.lex"
old=$(tags "$work/case")
run "$EVIDEX" run "$dump" -o "$work/case" --ocr never --lexicon "$work/own"
is "$status" 0 'another lexicon: the run ends with 0' || note "$err"
[ "$(tags "$work/case")" != "$old" ]
ok $? 'and the tags are new'
like "$(keys "$work/case")" "^$first" 'but nothing was read again'

rm "$dump/b.pdf"
read_pdfs "$dump" "$work/case"
like "$err" 'no longer there' 'an input that is gone is reported'
is "$(question "$work/case" "select status, code from documents where file = 'b.pdf'")" 'done unreadable' \
    'its row says so'
is "$(question "$work/case" "select count(*) from pages where file = 'b.pdf'")" 4 'and what was read from it is kept'


pdf 3 a-changed "$dump/a.pdf"
read_pdfs "$dump" "$work/case"
is "$(question "$work/case" "select file, status from documents where file like 'a%' order by 1")" \
    $'a.pdf done\na2.pdf done' 'a file with new bytes is read; its old copy stands for the old bytes'
pdf 5 a-again "$dump/a.pdf"
read_pdfs "$dump" "$work/case"
is "$(question "$work/case" "select count(*) from pages where file = 'a.pdf'")" 5 \
    'with no copy left the old pages are gone'
is "$(question "$work/case" "select count(*) from page_words where page_words match 'changed'")" 0 \
    'and their words are not found any more'
rm -f "$dump/b.pdf"
read_pdfs "$dump" "$work/fresh2"
records "$work/fresh2" "$work/fresh2.csv"
read_pdfs "$dump" "$work/case"
records "$work/case" "$work/case2.csv"
is "$(grep -v b.pdf "$work/case2.csv/pages.csv")" "$(cat "$work/fresh2.csv/pages.csv")" \
    'the pages are those of a fresh run'
# What only opening a document shows is kept when its pages are looked at again: after an interrupted run, by a new
# version, with `retry`.
mkdir "$work/doubt"
pdf 6 six "$work/doubt/six.pdf"
pdf 2 cut "$work/doubt/cut.pdf"
head -c 900 "$work/doubt/six.pdf" >"$work/doubt/short.pdf"
head -c 60 "$work/doubt/cut.pdf" >"$work/doubt/stump.pdf"
run "$EVIDEX" run "$work/doubt" -o "$work/first" --ocr never --document-pages 4
states() { question "$work/first" 'select file, status, code, reason from documents order by file'; }
told=$(states)
like "$told" 'six.pdf partial too-big has 6 pages; the limit is 4' 'a document over the limit is read in part'
like "$told" 'short.pdf partial truncated 2 of 4 .*; cut short: 6 pages recovered, the rest is missing; has 6 pages; the limit is 4' \
    'so is one that is cut short besides'
like "$told" 'stump.pdf failed damaged damaged' 'one that cannot be opened is not read'
question "$work/first" "update meta set value = '' where name = 'document-key'"
run "$EVIDEX" run "$work/doubt" -o "$work/first" --ocr never --document-pages 4
is "$(states)" "$told" 'after the document stages ran again, the same is said of each'
unlike "$err" ': internal' 'and nothing is called a bug'
run "$EVIDEX" retry "$work/first" -q
is "$(states)" "$told" 'after a retry too'
question "$work/first" "update page set label = 'seen' where page = 0"
run "$EVIDEX" run "$work/doubt" -o "$work/first" --ocr never --document-pages 5
is "$(question "$work/first" "select label from pages where file = 'six.pdf' and page = 1")" seen \
    'of a document that is read on, no page is read twice'
question "$work/first" "update page set label = '1' where page = 0"
like "$(states)" 'six.pdf partial too-big has 6 pages; the limit is 5' 'with a higher limit it is read on'
run "$EVIDEX" run "$work/doubt" -o "$work/first" --ocr never
like "$(states)" 'six.pdf done  $' 'and without one to its end'
run "$EVIDEX" run "$work/doubt" -o "$work/once" --ocr never
records "$work/first" "$work/first.csv"
records "$work/once" "$work/once.csv"
diff -r "$work/first.csv" "$work/once.csv" >"$work/diff"
is $? 0 'bit by bit or at once: the same records' || note "$(head -5 "$work/diff")"
done_testing
