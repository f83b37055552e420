#!/usr/bin/env bash
# What people mistype, and what their disks do: a message that helps, and the exit status of the contract.
. "$(dirname "$0")/../tap.sh"
[ -d "$dump" ] || skip_all 'no samples: make samples'
samples_index

# mistake STATUS MESSAGE COMMAND...
mistake() {
    local wanted=$1 message=$2
    shift 2
    run "$EVIDEX" "$@"
    is "$status" "$wanted" "ends with $wanted: evidex ${*//$work\//}"
    like "$err" "$message" 'and says why'
}
touch "$work/file" "$work/empty.txt"
mkdir "$work/nothing"
mistake 2 'name the folder of the index' run "$dump"
mistake 2 'is a file; -o names the folder' run "$dump" -o "$work/file"
mistake 2 'lies in the folder of the index' run "$index" -o "$index"
mistake 4 'no such file or folder' run "$work/nowhere" -o "$work/x"
mistake 4 'no input was found' run "$work/nothing" -o "$work/y"
mistake 2 'there is no index' status "$work/nowhere"
mistake 2 'there is no index' search "$dump" ICE
mistake 2 'there is no index' merge "$work/z" "$work/nowhere"
mistake 2 'there is no index' exhibits "$work/nowhere" -o "$work/x"
mistake 2 'there is no index' retry "$work/nowhere"
mistake 2 "there is no command 'sarch'" sarch "$index"
mistake 2 'Unknown option --colour' search "$index" ICE --colour
mistake 2 "no kind 'transfr'.* it has: .*transfer" search "$index" --kind transfr
mistake 4 'a folder; .evidex run. reads folders' text "$dump"
mistake 1 'page 99 is not in the index' why "$index" 04-emails.pdf 99
mistake 2 "no format 'cvs'" export "$index" -f cvs -o "$work/x"
[ ! -e "$work/x" ] && [ ! -e "$work/z" ]
ok $? 'nothing is left behind by what was refused'

# Half a list must not pass for the whole.
if [ -e /dev/full ]; then
    for command in "status $index" "search $index ICE" "search $index ICE --json" "reconcile $index" "reconcile $index --csv -" \
        "tables $index" "show $index $(sqlite3 "$index/index.db" 'select mention_id from mentions limit 1')" \
        "why $index 04-emails.pdf 1" "text $here/README.md" "config"; do
        # shellcheck disable=SC2086
        "$EVIDEX" $command >/dev/full 2>"$work/err"
        is "$?" 4 "a full disk ends with 4: ${command//$index/INDEX}"
        is "$(grep -cE 'standard output took only a part of it|No space left' "$work/err")" 1 'and is told once'
    done
    echo 'ICE was notified.' | "$EVIDEX" tag --text >/dev/full 2>/dev/null
    is "$?" 4 'a full disk ends with 4: tag'
else
    skip 'a full disk ends with 4' 'no /dev/full here'
fi

# Two at once, and one that was stopped.
mkdir "$work/two" && cp "$dump/misc/board-letter-budget.pdf" "$dump/misc/public-notices.pdf" "$work/two"
"$EVIDEX" run "$work/two" -o "$work/case" -q
exec 9>>"$work/case/lock"
flock 9
mistake 4 'Another run .* is using ' run "$work/two" -o "$work/case"
is "$(grep -ci 'wait' <<<"$err")" 1 'what to do is told once'
exec 9>&-
sqlite3 "$work/case/index.db" "update input set status = '' where file like 'public%'; update document set status = '' where file like 'public%'"
run "$EVIDEX" run "$work/two" -o "$work/case"
is "$status" 0 'a stopped run goes on'
like "$err" 'goes on where the run before stopped: 1 of 2 inputs were finished' 'and says what there was'
run "$EVIDEX" run "$work/two" -o "$work/case"
unlike "$err" 'goes on' 'a run that ended does not'
done_testing
