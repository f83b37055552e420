#!/bin/bash
# The process that starts workers may be killed: another takes its place within the run.
. "$(dirname "$0")/../tap.sh"
. "$(dirname "$0")/lib.sh"

mkdir "$work/dump"
for i in 1 2 3 4 5 6 7 8; do pdf 150 "$i" "$work/dump/$i.pdf"; done
JOBS=1 read_pdfs "$work/dump" "$work/clean"
records "$work/clean" "$work/clean.csv"

# kill_zygotes N: kills N zygotes, one after another, as soon as each has workers
kill_zygotes() {
    rm -rf "$work/killed" "$work/killed.csv"
    "$EVIDEX" run "$work/dump" -o "$work/killed" --ocr never --jobs 2 -q 2>"$work/err" </dev/null &
    local pid=$! child killed=0
    for _ in $(seq 400); do
        [ $killed -lt "$1" ] && kill -0 $pid 2>/dev/null || break
        for child in $(pgrep -P $pid); do
            if [ -n "$(pgrep -P "$child")" ]; then
                kill -KILL "$child" && killed=$((killed + 1))
                break
            fi
        done
        sleep 0.01
    done
    { wait $pid; } 2>/dev/null
    status=$?
    note "$killed killed"
}

for n in 1 2; do
    kill_zygotes $n
    is "$status" 0 "$n killed: the run ends with 0" || note "$(cat "$work/err")"
    records "$work/killed" "$work/killed.csv"
    diff -r "$work/clean.csv" "$work/killed.csv" >"$work/diff"
    is $? 0 'and its records are those of an undisturbed run'
done
done_testing
