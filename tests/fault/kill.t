#!/bin/bash
# A run that is killed and started again ends with the records of an undisturbed run.
. "$(dirname "$0")/../tap.sh"
. "$(dirname "$0")/lib.sh"

mkdir "$work/dump"
for i in 1 2 3 4 5 6; do pdf $((i * 60)) "$i" "$work/dump/$i.pdf"; done
cp "$work/dump/2.pdf" "$work/dump/copy.pdf"
JOBS=1 read_pdfs "$work/dump" "$work/clean"
is "$status" 0 'the undisturbed run ends with 0'
records "$work/clean" "$work/clean.csv"

JOBS=4 read_pdfs "$work/dump" "$work/four"
records "$work/four" "$work/four.csv"
diff -r "$work/clean.csv" "$work/four.csv" >"$work/diff"
is "$?" 0 'one worker or four: the records are the same bytes'

# start SECONDS SIGNAL WHOM: kills the run after a while; WHOM: run, or one of its children
start() {
    "$EVIDEX" run "$work/dump" -o "$work/killed" --ocr never --jobs 2 -q >/dev/null 2>"$work/err" </dev/null &
    local pid=$! whom
    sleep "$1"
    whom=$pid
    [ "$3" = zygote ] && whom=$(pgrep -P $pid | head -1)
    [ "$3" = worker ] && whom=$(pgrep -P "$(pgrep -P $pid | head -1)" 2>/dev/null | head -1)
    kill "-$2" ${whom:-$pid} 2>/dev/null
    { wait $pid; } 2>/dev/null
    status=$?
}

# KILL_ROUNDS=100: so many more kills, each at a random moment, each with the index sound and a run that ends it
# equal to an undisturbed one. A seed names the moments.
RANDOM=${KILL_SEED:-1}
whole=0
for _ in $(seq "${KILL_ROUNDS:-0}"); do
    rm -rf "$work/killed" "$work/killed.csv"
    start "0.$((RANDOM % 9))$((RANDOM % 10))" KILL "$( ((RANDOM % 3)) && echo run || echo worker)"
    read_pdfs "$work/dump" "$work/killed"
    records "$work/killed" "$work/killed.csv"
    [ "$status $(question "$work/killed" 'pragma integrity_check')" = '0 ok' ] &&
        diff -r "$work/clean.csv" "$work/killed.csv" >"$work/diff" && whole=$((whole + 1))
done
[ "${KILL_ROUNDS:-0}" -eq 0 ] || is "$whole" "$KILL_ROUNDS" "of $KILL_ROUNDS more kills each ends with the records of an undisturbed run"
rm -rf "$work/killed" "$work/killed.csv"

for seconds in 0.1 0.25 0.4 0.6 0.8; do start $seconds KILL run; done
sleep 0.2
is "$(pgrep -fc -- "-o $work/killed")" 0 'no worker outlives its run'
is "$(question "$work/killed" 'pragma integrity_check')" ok 'the index is sound'
start 0.3 KILL zygote
start 0.3 KILL worker
start 0.3 INT run
[ "$status" -eq 130 ] || [ "$status" -eq 0 ]
ok $? 'an interrupt ends with 130, or came too late'
read_pdfs "$work/dump" "$work/killed"
is "$status" 0 'the last run ends with 0'
records "$work/killed" "$work/killed.csv"
diff -r "$work/clean.csv" "$work/killed.csv" >"$work/diff"
is "$?" 0 'after all these kills the records are those of an undisturbed run'
[ ! -s "$work/diff" ] || note "$(head -5 "$work/diff")"
done_testing
