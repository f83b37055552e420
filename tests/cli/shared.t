#!/usr/bin/env bash
# A published index is read by its address, on a machine that has neither the folder nor the files.
. "$(dirname "$0")/../tap.sh"
. "$(dirname "$0")/../fault/lib.sh"
. "$here/tests/cli/postgres.sh"

mkdir "$work/dump"
for i in 1 2 3 4 5 6; do pdf 100 "seed$i" "$work/dump/$i.pdf"; done
printf 'Date,Name,Released to\n2019-03-02,A. Example,ICE\n2019-04-05,B. Example,\n' >"$work/dump/log.csv"
read_pdfs "$work/dump" "$work/case"
run "$EVIDEX" search "$uri" ICE
is "$status" 2 'a database without an index: 2'
like "$err" 'no index is published .*evidex publish' 'and what to do is said'
run "$EVIDEX" publish "$work/case" "$uri"
is "$status" 0 'an index is published'

# ---- the same from the address as from the folder
same() {
    local name=$1
    shift
    "$EVIDEX" "${@//OUT/$work/case}" >"$work/here" 2>"$work/here.err"
    local wanted=$?
    run "$EVIDEX" "${@//OUT/$uri}"
    is "$status" "$wanted" "$name ends alike"
    cmp -s "$work/out" "$work/here"
    ok $? "$name says the same" || note "$(diff "$work/out" "$work/here" | head -5)$err"
}
id=$(question "$work/case" 'select mention_id from mentions order by 1 limit 1')
same search search OUT 'transferred OR notified' -n 0
same 'search --json' search OUT custody --json --kind transfer -n 50
same 'search --fuzzy' search OUT custodv --fuzzy --json
same 'search with a filter' search OUT --kind notification --year 2020 --facets
same 'search for nothing' search OUT nonesuch
same show show OUT "$id" --json
same tables tables OUT --json
same reconcile reconcile OUT --json
same status status OUT --json
same verify verify OUT
copy=$(find "$work/cache" -name index.db)
cmp -s "$copy" "$work/case/index.db"
ok $? 'the copy is the index, byte by byte'
is "$(stat -c %a "$copy" "$(dirname "$copy")")" $'600\n700' 'and for its owner alone'
mtime=$(stat -c %Y.%i "$copy")
run "$EVIDEX" search "$uri" custody
is "$(stat -c %Y.%i "$copy")" "$mtime" 'it is not fetched again'

# ---- serve
served() { # ADDRESS-OR-FOLDER FILE: answers of the reading page about it
    rm -f "$work/address"
    "$EVIDEX" serve "$1" --port 0 >"$work/address" 2>"$work/served" &
    local page=$! at question document
    for _ in $(seq 300); do [ -s "$work/address" ] && break; sleep 0.1; done
    at=$(head -1 "$work/address")
    document=$(question "$work/case" "select document_id from documents where file like '%1.pdf'")
    for question in ledger 'search?q=custody' "mention?id=$id" findings years unread "page?document=$document&page=3"; do
        curl -s "${at}api/$question"
        echo
    done >"$2"
    curl -s -o "$2.png" -w '%{http_code}' "${at}page/$document/3.png" >"$2.code"
    token=$(curl -s "$at" | grep -o 'evidex-token" content="[0-9a-f]*"' | grep -oE '[0-9a-f]{32}')
    curl -s -o "$2.review" -w '%{http_code}' -H "X-Evidex-Token: $token" \
        -d "{\"mention_id\":\"$id\",\"verdict\":\"accepted\",\"reviewer\":\"R. Tester\",\"reason\":\"\"}" "${at}api/review" >"$2.reviewed"
    kill "$page"
    wait "$page"
}
served "$work/case" "$work/page.here"
mv "$work/case/reviews.db" "$work/reviews.db"
served "$uri" "$work/page.there"
cmp -s "$work/page.here" "$work/page.there"
ok $? 'serve answers the same' || note "$(diff "$work/page.here" "$work/page.there" | cut -c1-300)"
is "$(wc -l <"$work/page.there") $(cat "$work/page.there.code")" '7 200' 'and shows pages where the files lie'
is "$(cat "$work/page.there.reviewed") $(ask 'select verdict, reviewer, role from evidex.review')" '200 accepted|R. Tester|evidex' \
    'a review goes to the database, with who it was'
[ ! -e "$work/case/reviews.db" ] && [ -z "$(find "$work/cache" -name 'reviews*')" ]
ok $? 'and nowhere else'
served "$uri" "$work/page.reviewed"
like "$(cat "$work/page.reviewed")" '"verdict":"accepted"' 'and others see it'
is "$(ask 'select count(*) from evidex.review')" 2 'reviews are only added to'
mv "$work/reviews.db" "$work/case/reviews.db"
ask 'delete from evidex.review' >/dev/null
"$EVIDEX" publish "$work/case" "$uri" && "$EVIDEX" publish "$work/case" "$uri"
is "$(ask 'select count(*) from evidex.review')" 1 'publishing brings the reviews of the folder, each once'
rm "$work/case/reviews.db"
"$EVIDEX" publish "$work/case" "$uri"
is "$(ask 'select count(*) from evidex.review')" 1 'and takes none away'
ask 'delete from evidex.review' >/dev/null
mv "$work/dump" "$work/elsewhere"
served "$uri" "$work/page.far"
cmp -s "$work/page.here" "$work/page.far"
ok $? 'without the files it still answers the same'
like "$(cat "$work/page.far.code") $(cat "$work/page.far.png")" '^404 .*1.pdf' 'and names the file that a page image lacks'
run "$EVIDEX" show "$uri" "$id" --image "$work/place.png"
is "$status" 4 'show --image without the file: 4'
run "$EVIDEX" verify "$uri"
is "$status" 1 'verify says that the inputs are not there'
mv "$work/elsewhere" "$work/dump"

# ---- publishing again, while a page is served
rm -f "$work/address"
"$EVIDEX" serve "$uri" --port 0 >"$work/address" 2>"$work/served" &
page=$!
for _ in $(seq 300); do [ -s "$work/address" ] && break; sleep 0.1; done
address=$(head -1 "$work/address")
found() { curl -s "${address}api/search?q=%22turned+over+12+inmates%22" | jq .total 2>&1; }
is "$(found)" 0 'an open page does not find what is not there'
run "$EVIDEX" publish "$work/case" "$uri"
cp -r "$work/case" "$work/case.old"
before=$(ask 'select xmin, n from evidex.index_piece order by n')
pdf 20 seven "$work/dump/7.pdf"
printf 'Deputies turned over 12 inmates to ICE in 2021.\n' >"$work/dump/new.txt"
read_pdfs "$work/dump" "$work/case"
run "$EVIDEX" publish "$work/case" "$uri"
is "$status" 0 'a changed index is published again'
kept=$(comm -12 <(sort <<<"$before") <(ask 'select xmin, n from evidex.index_piece' | sort) | head -1 | cut -d'|' -f2)
sleep 5.5
is "$(found)" 1 'and finds it when it has been published'
document=$(question "$work/case" "select document_id from documents where file like '%new.txt'")
is "$(curl -s -o "$work/new.png" -w '%{http_code}' "${address}page/$document/1.png")" 200 'with its page'
stop_server
sleep 5.5
like "$(curl -s "${address}api/ledger")" 'no connection to PostgreSQL' 'without the server it says so'
start_server
kill "$page"
wait "$page"
rm -rf "$work/cache"
"$EVIDEX" publish "$work/case.old" "$uri" 2>&1
"$EVIDEX" search "$uri" custody >/dev/null 2>&1
"$EVIDEX" publish "$work/case" "$uri" 2>&1
body=$(ask "select body from evidex.index_piece where n = $kept")
ask "update evidex.index_piece set body = 'x' where n = $kept" >/dev/null
run "$EVIDEX" search "$uri" '"turned over 12 inmates"'
is "$status" 0 'and what is new is found'
is "$err" '1 page found.' "though piece $kept is damaged now, for it stands in the older copy"
is "$(find "$work/cache" -name index.db | wc -l)" 1 'the older copy is gone'
cmp -s "$(find "$work/cache" -name index.db)" "$work/case/index.db"
ok $? 'the new one is the index, byte by byte'
run "$EVIDEX" publish "$work/case" "$uri"
is "$(ask "select body from evidex.index_piece where n = $kept")" "$body" 'publishing again mends that'
after=$(ask 'select xmin, n from evidex.index_piece order by n')
run "$EVIDEX" publish "$work/case" "$uri"
is "$(ask 'select xmin, n from evidex.index_piece order by n')" "$after" 'what has not changed is not sent again'
run "$EVIDEX" publish "$work/case" "$uri" --schema 'other case'
run "$EVIDEX" search "$uri&schema=other%20case" custody --json -n 3
is "$status" 0 'a schema of another name is read by ?schema=NAME'
run "$EVIDEX" search "$uri&schema=none" custody
is "$status" 2 'and one that is not there is named'
like "$err" 'schema none' 'by its name'
(for _ in 1 2 3; do "$EVIDEX" publish "$work/case" "$uri&schema=race" & done; wait) 2>"$work/err"
is "$(cat "$work/err")" '' 'three who publish at once wait for each other'

# ---- what is damaged is refused
forget() { rm -rf "$work/cache"; }
refused() { # NAME SQL REGEX
    ask "create schema if not exists kept; drop table if exists kept.p, kept.c; create table kept.p as table evidex.index_piece; create table kept.c as table evidex.index_copy" >/dev/null
    ask "$2" >"$work/log"
    forget
    run "$EVIDEX" search "$uri" custody
    is "$status" 4 "$1: 4"
    like "$err" "$3" 'and is said'
    is "$out$(find "$work/cache" -name index.db 2>/dev/null)" '' 'nothing is printed, and no copy stands'
    run "$EVIDEX" publish "$work/case" "$uri"
    run "$EVIDEX" search "$uri" custody
    is "$status" 0 'publishing again mends it'
}
refused 'a piece with other bytes' "update evidex.index_piece set body = set_byte (body, 100, get_byte (body, 100) # 1) where n = 0" 'damaged: piece 0'
refused 'a piece that is cut short' "update evidex.index_piece set body = substr (body, 1, 50) where n = 0" 'damaged: piece 0'
refused 'a piece of another place' "update evidex.index_piece set sha256 = (select sha256 from evidex.index_piece where n = 0), body = (select body from evidex.index_piece where n = 0) where n = (select max (n) from evidex.index_piece)" damaged
refused 'a missing piece' "delete from evidex.index_piece where n = 0" 'pieces are missing'
refused 'a wrong hash of the whole' "update evidex.index_copy set sha256 = repeat ('ab', 32)" 'do not make the whole'
refused 'a hash that is a path' "update evidex.index_copy set sha256 = '../../../../tmp/evil'" 'makes no sense'
refused 'a size without bounds' "update evidex.index_copy set bytes = 9e18" 'makes no sense'
refused 'a newer schema' "update evidex.index_copy set schema_version = 99" 'use a newer evidex'

# ---- a copy that was broken off
pieces=$(ask 'select count (*) from evidex.index_piece')
forget
run "$EVIDEX" search "$uri" custody
place=$(dirname "$(dirname "$(find "$work/cache" -name index.db)")")
mv "$place"/*/index.db "$place/unfinished"
truncate -s 1500000 "$place/unfinished"
ask "update evidex.index_piece set body = 'x' where n = 0" >/dev/null
run "$EVIDEX" search "$uri" custody
is "$status" 0 "a fetch that was broken off goes on where it was ($pieces pieces)"
is "$(find "$work/cache" -name unfinished)" '' 'and leaves nothing beside the copy'
run "$EVIDEX" publish "$work/case" "$uri"
run env XDG_CACHE_HOME=/proc/evidex "$EVIDEX" search "$uri" custody
is "$status" 4 'a cache that cannot be written: 4'
like "$err" 'XDG_CACHE_HOME' 'and the message says where it is set'
sqlite3 "$work/case/index.db" 'pragma journal_mode = wal' >/dev/null
run "$EVIDEX" publish "$work/case" "$uri"
is "$status" 4 'an index that a run has not left is not published: 4'
like "$err" 'a run is writing' 'and why is said'
sqlite3 "$work/case/index.db" 'pragma journal_mode = delete' >/dev/null
forget
(for i in 1 2 3 4; do "$EVIDEX" search "$uri" custody -n 1 >"$work/at$i" 2>&1 & done; wait)
is "$(cat "$work"/at? | sort | uniq -c | awk '{ print $1 }' | sort -u)" 4 'four who read at once find the same'

# ---- rights and passwords
ask "create role reader login password 'hush-hush'; create role stranger login" >/dev/null
sed -i '1i local all reader scram-sha-256' "$work/pg/data/pg_hba.conf"
server reload
by="postgresql://reader@/postgres?host=$work/pg"
with="postgresql://reader:hush-hush@/postgres?host=$work/pg"
run "$EVIDEX" search "postgresql://stranger@/postgres?host=$work/pg" custody
is "$status" 4 'who may not read: 4'
like "$err" 'refuses .*permission denied' 'and is told that it is a matter of rights'
run env PGPASSWORD=hush-hush "$EVIDEX" publish "$work/case" "$by"
is "$status" 4 'who may not write does not publish: 4'
like "$err" 'permission denied' 'and is told so'
ask 'grant usage on schema evidex to reader; grant select on all tables in schema evidex to reader' >/dev/null
run "$EVIDEX" search "$with" custody -n 3
is "$status" 0 'a password in the address'
run env PGPASSWORD=hush-hush "$EVIDEX" search "$by" custody -n 3
is "$status" 0 'or in PGPASSWORD'
printf '*:*:*:reader:hush-hush\n' >"$work/pgpass"
chmod 600 "$work/pgpass"
run env PGPASSFILE="$work/pgpass" "$EVIDEX" search "$by" custody -n 3
is "$status" 0 'or in a password file'
printf '[newsroom]\nhost=%s\nuser=reader\npassword=hush-hush\ndbname=postgres\n' "$work/pg" >"$work/services"
run env PGSERVICEFILE="$work/services" "$EVIDEX" search 'postgresql://?service=newsroom' custody -n 3
is "$status" 0 'or in a service file'
run "$EVIDEX" publish "$work/case" "$uri"
run "$EVIDEX" search "$with" custody -n 3
is "$status" 0 'the right to read outlives publishing again'
served "$with" "$work/page.reader"
like "$(cat "$work/page.reader.reviewed") $(cat "$work/page.reader.review")" '^500 .*refuses a review: .*permission denied' \
    'a reader without the right to review is told so'
cmp -s "$work/page.reader" <(served "$uri" "$work/page.owner"; cat "$work/page.owner")
ok $? 'and reads all the same'
run env PGPASSWORD=wrong "$EVIDEX" search "$by" custody
is "$status" 4 'a wrong password: 4'

everything() { # every verb that takes an index, at the address $1
    local at=$1 verb
    for verb in "search $at custody" "search $at --kind nonesuch" "show $at $id" "show $at $id --image $work/never.png" "status $at" \
        "why $at 1.pdf 1" "tables $at" "reconcile $at" "export $at --format csv -o $work/export --force" \
        "exhibits $at -o $work/binder.pdf --force" "verify $at" "retry $at" "run $work/dump -o $at" "merge $at $work/case" \
        "merge $work/merged $at" "publish $work/case $at"; do
        timeout 60 "$EVIDEX" $verb </dev/null
        echo "$verb: $?" | sed 's/ .*:/:/'
    done >"$work/said" 2>&1
    timeout 3 "$EVIDEX" serve "$at" --port 0 </dev/null >>"$work/said" 2>&1
}
everything "$with"
is "$(grep hush "$work/said")" '' 'no command repeats the password'
is "$(grep -E '^(retry|run|merge): ' "$work/said" | sort | uniq | tr '\n' ' ')" 'merge: 2 retry: 2 run: 2 ' 'those that write want a folder: 2'
[ ! -e postgresql: ]
ok $? 'and make none of that name'
like "$(cat "$work/said")" 'not noted in the custody log' 'what is made of a shared index is not in its log, and that is said'
everything 'postgresql://reader:hu@sh-hush@nowhere.invalid/postgres'
everything 'postgresql://reader:hush%zz@nowhere.invalid/postgres'
everything 'postgresql://reader:hush/hush@nowhere.invalid/postgres'
is "$(grep hush "$work/said")" '' 'nor what it can make of an address with a slip'
everything 'postgresql://reader:hush-hush@nowhere.invalid/postgres'
is "$(grep hush "$work/said")" '' 'nor of a server that is not there'

# ---- a server that is gone
stop_server
run "$EVIDEX" search "$with" custody
is "$status" 4 'a server that is gone: 4'
like "$err" 'no connection to PostgreSQL' 'and is said, though a copy is at hand'
is "$out" '' 'nothing is found in a copy that may be old'
done_testing
