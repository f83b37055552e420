#!/bin/bash
# Saved inputs of the fuzz targets: none may crash again. `make fuzz` looks for more.
. "$(dirname "$0")/../tap.sh"

for target in "$here"/tests/fuzz/fuzz-*.c; do
    name=$(basename "$target" .c)
    seeds=("$here/tests/fuzz/seeds/$name"/*)
    [ -e "${seeds[0]}" ]
    ok $? "$name has seeds" || continue
    LSAN_OPTIONS=suppressions=$here/tests/lsan.supp:print_suppressions=0 \
        run "$BUILD/tests/fuzz/$name" "${seeds[@]}"
    is "$status $(grep -c '^ok' <<<"$out")" "0 ${#seeds[@]}" "$name: ${#seeds[@]} saved inputs are read to the end" ||
        note "$(head -c 3000 <<<"$err")"
done
done_testing
