# For tests that need a PostgreSQL server: one of its own, on a socket in the test's folder. Source after tap.sh;
# $uri is its address, ask SQL asks it. It ends with the test.
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1)
[ -x "$bin/initdb" ] || skip_all 'no PostgreSQL server here'
as=()
if [ "$(id -u)" = 0 ]; then
    command -v setpriv >/dev/null || skip_all 'PostgreSQL does not run as root, and there is no setpriv'
    as=(setpriv --reuid 65534 --regid 65534 --clear-groups)
fi
uri="postgresql://evidex@/postgres?host=$work/pg"
ask() { psql -qAtX "$uri" -c "$1" 2>&1; }

server() { "${as[@]}" env HOME=/ "$bin/pg_ctl" -D "$work/pg/data" -w -l "$work/pg/log" "$@" >>"$work/log" 2>&1; }
start_server() { server -o "-c listen_addresses= -c unix_socket_directories=$work/pg -c fsync=off" start; }
stop_server() { server -m immediate stop; }

chmod 755 "$work"
mkdir -m 777 "$work/pg"
"${as[@]}" env HOME=/ "$bin/initdb" -D "$work/pg/data" -U evidex -A trust --no-sync -E UTF8 --locale C.UTF-8 >"$work/log" 2>&1 &&
    start_server
ok $? 'the server starts' || { note "$(tail -5 "$work/log")"; done_testing; exit 1; }
trap 'stop_server; chmod -R u+w "$work"; rm -rf "$work"' EXIT
