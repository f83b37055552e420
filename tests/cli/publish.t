#!/usr/bin/env bash
# An index in PostgreSQL.
. "$(dirname "$0")/../tap.sh"
. "$(dirname "$0")/../fault/lib.sh"
. "$here/tests/cli/postgres.sh"

mkdir "$work/dump"
pdf 3 first "$work/dump/a.pdf"
printf 'Deputies turned over 12 inmates to ICE in 2019.\tC:\\path\n' >"$work/dump/b.txt"
printf 'Date,Name,Released to\n2019-03-02,A. Example,ICE\n2019-04-05,B. Example,\n' >"$work/dump/c.csv"
read_pdfs "$work/dump" "$work/case"
run "$EVIDEX" publish "$work/case" "$uri"
is "$status" 0 'an index is copied' || note "$err"
for table in documents pages mentions claims findings table_rows failures; do
    is "$(ask "select count(*) from evidex.$table")" "$(question "$work/case" "select count(*) from $table")" "$table has its rows"
done
columns='mention_id, file, page, line, quote, start, "end", count, year, citation'
ask "copy (select $columns from evidex.mentions order by mention_id collate \"C\") to stdout csv" >"$work/there"
sqlite3 -csv "$work/case/index.db" "select $columns from mentions order by mention_id" | tr -d '\r' >"$work/here"
is "$(python3 -c 'import csv,sys; print(list(csv.reader(open(sys.argv[1]))) == list(csv.reader(open(sys.argv[2]))))' "$work/there" "$work/here")" \
    True 'mentions are the same, character by character'
is "$(ask "select count(*) from evidex.page_text where words @@ websearch_to_tsquery('simple', 'inmates 12')")" 1 'words are found'
like "$(ask "select body from evidex.page_text where body like '%12 inmates%'")" 'C:\\path' 'a backslash stays one'
is "$(ask "select count(*) > 0 from evidex.mentions where 'turmed over' <% quote")" t 'trigrams find what is misspelt' 
# Somebody reads while it is published again, and has built on it.
ask "create role reporter; grant usage on schema evidex to reporter; grant select on evidex.mentions to reporter; create view counted as select count(*) from evidex.mentions" >/dev/null
mkfifo "$work/reading"
psql -qAtX "$uri" <"$work/reading" >"$work/read" 2>&1 &
exec 7>"$work/reading"
echo 'begin; select count(*) from evidex.mentions, (select 1 from evidex.page_text limit 1), (select 1 from evidex.index_piece limit 1);' >&7
for _ in $(seq 100); do [ -s "$work/read" ] && break; sleep 0.05; done
run env PGOPTIONS='-c lock_timeout=3s' "$EVIDEX" publish "$work/case" "$uri"
is "$status$err" 0 'who reads does not hold it up'
exec 7>&-
wait
is "$(ask 'set role reporter; select count(*) from evidex.mentions')" "$(question "$work/case" 'select count(*) from mentions')" \
    'the right to read a table outlives publishing again'
is "$(ask 'select * from counted')" "$(question "$work/case" 'select count(*) from mentions')" 'and so does a view on it'
ask 'drop view counted; alter table evidex.mentions add column older text' >/dev/null
is "$(ask "select count (*) from pg_indexes where schemaname = 'evidex' and tablename in ('mentions', 'page_text')")" 3 'indexes are there once'
run "$EVIDEX" publish "$work/case" "$uri"
is "$(ask "select count (*) from information_schema.columns where table_schema = 'evidex' and table_name = 'mentions' and column_name = 'older'")" 0 \
    'a table with other columns is made anew'
is "$(ask "select count (*) from pg_indexes where schemaname = 'evidex' and tablename in ('mentions', 'page_text')")" 3 'with its indexes'
run "$EVIDEX" publish "$work/case" "$uri"
is "$status $(ask 'select count(*) from evidex.mentions')" "0 $(question "$work/case" 'select count(*) from mentions')" 'doing it again gives the same'
run "$EVIDEX" publish "$work/case" "postgresql://evidex@/nothing?host=$work/pg"
is "$status" 4 'a database that is not there: 4'
run "$EVIDEX" publish "$work/case"
is "$status" 2 'no address: 2'
done_testing
