#!/usr/bin/env bash
# A folder that still fills: what comes is read round after round, and Ctrl-C leaves a whole index.
. "$(dirname "$0")/../tap.sh"
. "$(dirname "$0")/../fault/lib.sh"

run "$EVIDEX" run --watch "$work/nowhere" -o "$work/case"
is "$status" 4 'a folder that is not there is refused, not waited for'
like "$err" 'is not there' 'and named'
mkdir "$work/dump"
run "$EVIDEX" run --watch --shard 0/2 "$work/dump" -o "$work/case"
is "$status" 2 'a part of a run does not wait'

"$EVIDEX" run --watch "$work/dump" -o "$work/dump/case" --ocr never --jobs 2 >"$work/rounds" 2>"$work/notes" </dev/null &
watcher=$!
trap 'kill "$watcher" 2>/dev/null; chmod -R u+w "$work"; rm -rf "$work"' EXIT
# rounds N: waits until so many lines of ledger stand there
rounds() {
    for ((i = 0; i < 600; i++)); do
        [ "$(wc -l <"$work/rounds")" -ge "$1" ] && return
        sleep 0.1
    done
}
rounds 1
like "$(cat "$work/rounds")" '^[0-9-]{10} [0-9:]{8}  nothing yet$' 'an empty folder is waited for'
pdf 2 first "$work/first.pdf"
mv "$work/first.pdf" "$work/dump/first.pdf"
rounds 2
like "$(sed -n 2p "$work/rounds")" '  1 inputs, 2 pages, [1-9][0-9]* mentions' 'a file that comes is read, and the ledger takes one line'
is "$(question "$work/dump/case" "select file || ' ' || status from documents")" 'first.pdf done' 'the index can be read between rounds'
run "$EVIDEX" search "$work/dump/case" transferred --json
is "$status" 0 'and searched'
run "$EVIDEX" verify "$work/dump/case"
is "$status" 0 'and holds what it promises' || note "$out$err"

# A slow copy: the file is there half, and stays open, for longer than it takes to see it.
pdf 3 second "$work/second.pdf"
mkdir "$work/dump/later"
{ head -c 900 "$work/second.pdf"; sleep 1; tail -c +901 "$work/second.pdf"; } >"$work/dump/later/second.pdf"
rounds 3
like "$(sed -n 3p "$work/rounds")" '  2 inputs, 5 pages' 'a file that is still written is read when it is whole'
is "$(question "$work/dump/case" "select status || ' ' || pages from documents where file = 'later/second.pdf'")" 'done 3' 'all of it'

# No event comes of an empty folder made meanwhile, as on a network disk: only looking again finds what is put there.
mkdir "$work/dump/quiet"
sleep 1
pdf 1 third "$work/third.pdf"
mv "$work/third.pdf" "$work/dump/quiet"
rounds 4
like "$(sed -n 4p "$work/rounds")" '  3 inputs, 6 pages' 'what comes without an event is found too'
kill -INT "$watcher"
wait "$watcher"
is "$?" 130 'an interrupt while it waits ends with 130'
is "$(wc -l <"$work/rounds")" 4 'nothing was read twice'
like "$(cat "$work/notes")" 'Waiting for more' 'it says that it waits'
is "$(question "$work/dump/case" 'pragma integrity_check')" ok 'the index is sound'

mv "$work/dump/case" "$work/case"
records "$work/case" "$work/watched"
run "$EVIDEX" run "$work/dump" -o "$work/whole" --ocr never -q
records "$work/whole" "$work/once"
diff -r "$work/once" "$work/watched" >"$work/diff"
ok $? 'what was watched holds, byte for byte, what one run holds' || note "$(head -5 "$work/diff")"
done_testing
