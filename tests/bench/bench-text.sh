#!/bin/bash
# Pages a second of evidex's text stage (words, fonts, pictures, rules, boxes, figures) beside
# `pdftotext -bbox`, both with one process, taken in turns; median of ROUNDS by user + system time,
# less what loading the program costs (for pdftotext, the cost of `pdftotext -v`).
#   bench-text.sh PROGRAM FILE...
set -eu
program=$1
shift
rounds=${ROUNDS:-5}
TIMEFORMAT='%U %S'

# Seconds of processor time of a command, in milliseconds.
cost () {
    { time "$@" >/dev/null 2>&1; } 2>&1 | awk '{ printf "%d\n", ($1 + $2) * 1000 + 0.5 }'
}
median () {
    sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

load=$(for ((i = 0; i < rounds; i++)); do cost pdftotext -v; done | median)

printf '%-44s %7s %10s %12s %6s\n' file pages evidex/s pdftotext/s ratio
for file in "$@"; do
    ours='' theirs=''
    for ((i = 0; i < rounds; i++)); do
        read -r pages ms < <("$program" "$file" 2>/dev/null) || continue 2
        ours+="$ms"$'\n'
        theirs+="$(cost pdftotext -bbox "$file" /dev/null)"$'\n'
    done
    a=$(printf %s "$ours" | median) b=$(printf %s "$theirs" | median)
    awk -v f="$(basename "$file")" -v n="$pages" -v a="$a" -v b="$((b - load))" 'BEGIN {
        if (a < 1) a = 1; if (b < 1) b = 1
        printf "%-44s %7d %10.0f %12.0f %6.2f\n", f, n, n * 1000 / a, n * 1000 / b, b / a }'
done
