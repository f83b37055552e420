# For the tests of the reading page: serve INDEX starts the server on a free port; $address, $port. It ends with the test.
serve() {
    "$EVIDEX" serve "$1" --port 0 >"$work/address" 2>"$work/served" &
    server=$!
    trap 'kill $server 2>/dev/null; chmod -R u+w "$work"; rm -rf "$work"' EXIT
    for _ in $(seq 100); do [ -s "$work/address" ] && break; sleep 0.1; done
    address=$(head -1 "$work/address")
    port=${address##*:}
    port=${port%/}
    [ -n "$address" ] || { note "$(cat "$work/served")"; ok 1 'the server starts'; done_testing; exit 1; }
}

stop_serving() {
    kill $server
    wait $server 2>/dev/null
}
