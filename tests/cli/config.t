#!/usr/bin/env bash
# evidex config: what it prints is a settings file.
. "$(dirname "$0")/../tap.sh"

run "$EVIDEX" config --dpi 200
is "$status" 0 'config ends with 0'
like "$out" '^dpi=200$' 'an option of the command line is in force'
like "$out" '\(--dpi\)$' 'and its source is told'
printf '%s\n' "$out" >"$work/evidex.conf"
run "$EVIDEX" config --config "$work/evidex.conf" --json
is "$status" 0 'the output is a settings file'
is "$(jq -r 'select(.name == "dpi") | .value' <<<"$out")" 200 'with the same values'
echo 'nonsense=1' >>"$work/evidex.conf"
run "$EVIDEX" config --config "$work/evidex.conf"
is "$status" 2 'an unknown setting is refused'
like "$err" 'nonsense' 'and named'
done_testing
