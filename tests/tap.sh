# TAP for shell tests. Source it first:
#
#   . "$(dirname "$0")/../tap.sh"
#   run "$EVIDEX" status "$index"
#   is "$status" 0 'status ends with 0'
#   like "$out" 'Pages +50' 'it counts the pages'
#   done_testing
#
# prove starts tests from the top of the repository; EVIDEX and BUILD come from `make check`, or are build/.
set -u
here=$(cd "$(dirname "$0")/../.." && pwd)
BUILD=${BUILD:-$here/build}
EVIDEX=${EVIDEX:-$BUILD/evidex}
dump=$BUILD/samples/dump
expected=$here/samples/expected
test_number=0
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8 NO_COLOR=1 XDG_CONFIG_HOME=$work/config XDG_CACHE_HOME=$work/cache

note() { printf '%s\n' "$*" | sed 's/^/# /'; }

# ok STATUS NAME: passes if STATUS is 0. gap='REASON' before a check names what is known not to hold yet: TAP counts
# it apart, and says so when it begins to hold.
ok() {
    test_number=$((test_number + 1))
    if [ "$1" -eq 0 ]; then echo "ok $test_number - $2${gap:+ # TODO $gap}"; else echo "not ok $test_number - $2${gap:+ # TODO $gap}"; fi
    return "$1"
}

# is GOT WANTED NAME
is() {
    [ "$1" = "$2" ]
    ok $? "$3" || { note "got:    $1"; note "wanted: $2"; }
}

# like TEXT EXTENDED-REGEX NAME
like() {
    grep -Eq -- "$2" <<<"$1"
    ok $? "$3" || { note "no match of: $2"; note "in: $(head -c 2000 <<<"$1")"; }
}

unlike() {
    ! grep -Eq -- "$2" <<<"$1"
    ok $? "$3" || note "matches: $(grep -Em3 -- "$2" <<<"$1")"
}

# skip NAME REASON: says what was not tested, and why
skip() {
    test_number=$((test_number + 1))
    echo "ok $test_number - $1 # SKIP $2"
}

skip_all() {
    echo "1..0 # SKIP $1"
    exit 0
}

done_testing() { echo "1..$test_number"; }

# run COMMAND...: its standard output in $out, standard error in $err, exit status in $status
run() {
    "$@" >"$work/out" 2>"$work/err" </dev/null
    status=$?
    out=$(cat "$work/out")
    err=$(cat "$work/err")
}

# The index of the samples, made once for all tests and again only if the program changed; its path is $index.
samples_index() {
    index=$BUILD/samples/index
    exec 9>"$BUILD/samples/lock"
    flock 9
    if [ ! -e "$index/made" ] || [ "$EVIDEX" -nt "$index/made" ] || [ "$BUILD/samples/stamp" -nt "$index/made" ]; then
        rm -rf "$index"
        "$EVIDEX" run "$dump" -o "$index" --jobs 4 -q >"$BUILD/samples/log" 2>&1 </dev/null
        echo $? >"$BUILD/samples/status"
        rm -rf "$BUILD/samples/export"
        "$EVIDEX" export "$index" --format csv -o "$BUILD/samples/export" >>"$BUILD/samples/log" 2>&1
        touch "$index/made"
    fi
    export_folder=$BUILD/samples/export
    exec 9>&-
    [ -e "$index/index.db" ] || { note "$(tail -5 "$BUILD/samples/log")"; ok 1 'the samples have an index'; done_testing; exit 1; }
}
