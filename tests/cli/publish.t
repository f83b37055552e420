#!/usr/bin/env bash
# An index in PostgreSQL: a server of its own on a socket in a temporary folder.
. "$(dirname "$0")/../tap.sh"
. "$(dirname "$0")/../fault/lib.sh"

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1)
[ -x "$bin/initdb" ] || skip_all 'no PostgreSQL server here'
as=()
if [ "$(id -u)" = 0 ]; then
    command -v setpriv >/dev/null || skip_all 'PostgreSQL does not run as root, and there is no setpriv'
    as=(setpriv --reuid 65534 --regid 65534 --clear-groups)
fi
chmod 755 "$work"
mkdir -m 777 "$work/pg"
"${as[@]}" env HOME=/ "$bin/initdb" -D "$work/pg/data" -U evidex -A trust --no-sync -E UTF8 --locale C.UTF-8 >"$work/log" 2>&1 &&
    "${as[@]}" env HOME=/ "$bin/pg_ctl" -D "$work/pg/data" -w -l "$work/pg/log" \
        -o "-c listen_addresses= -c unix_socket_directories=$work/pg -c fsync=off" start >>"$work/log" 2>&1
ok $? 'the server starts' || { note "$(tail -5 "$work/log")"; done_testing; exit 1; }
trap '"${as[@]}" "$bin/pg_ctl" -D "$work/pg/data" -m immediate stop >/dev/null 2>&1; rm -rf "$work"' EXIT
uri="postgresql://evidex@/postgres?host=$work/pg"
ask() { psql -qAtX "$uri" -c "$1" 2>&1; }

mkdir "$work/dump"
pdf 3 first "$work/dump/a.pdf"
printf 'Deputies turned over 12 inmates to ICE in 2019.\tC:\\path\n' >"$work/dump/b.txt"
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
run "$EVIDEX" publish "$work/case" "$uri"
is "$status $(ask 'select count(*) from evidex.mentions')" "0 $(question "$work/case" 'select count(*) from mentions')" 'doing it again gives the same'
run "$EVIDEX" publish "$work/case" "postgresql://evidex@/nothing?host=$work/pg"
is "$status" 4 'a database that is not there: 4'
run "$EVIDEX" publish "$work/case"
is "$status" 2 'no address: 2'
for verb in search serve; do
    run timeout 20 "$EVIDEX" "$verb" 'postgresql://reader:hush@nowhere.invalid/newsroom'
    is "$status" 2 "$verb of a database: 2"
    like "$err" 'asked with SQL' "$verb says how the copy is asked"
    is "$(grep -c hush <<<"$err")" 0 "$verb does not repeat the password"
done
done_testing
