#!/usr/bin/env bash
# evidex reconcile --chart: the picture of what is claimed beside what is counted.
. "$(dirname "$0")/../tap.sh"
[ -d "$dump" ] || skip_all 'no samples: make samples'
samples_index

run "$EVIDEX" reconcile "$index" --chart "$work/chart.svg"
is "$status" 0 'a chart can be drawn'
python3 - "$work/chart.svg" >"$work/texts" 2>&1 <<'PYTHON'
import sys, xml.etree.ElementTree as tree
root = tree.parse(sys.argv[1]).getroot()
assert root.tag == "{http://www.w3.org/2000/svg}svg" and root.get("aria-label")
print(*["".join(t.itertext()) for t in root.iter("{http://www.w3.org/2000/svg}text")], sep="\n")
PYTHON
ok $? 'it is an SVG with a name' || note "$(cat "$work/texts")"
"$EVIDEX" reconcile "$index" --json | jq -r 'select(.status == "contradiction") | .left_number' | sort -u >"$work/claimed"
grep -qxFf "$work/claimed" "$work/texts"
ok $? 'its texts have the claimed numbers'
like "$(cat "$work/chart.svg")" 'prefers-color-scheme' 'and it follows a dark page'
unlike "$(cat "$work/chart.svg")" '<script|href=|url\(' 'nothing in it runs or is loaded'
run "$EVIDEX" reconcile "$index" --chart "$work/chart.svg"
is "$status" 2 'a file that is there is not replaced'
run "$EVIDEX" reconcile "$index" --chart -
is "$out" "$(cat "$work/chart.svg")" 'and - writes the same to standard output'
run "$EVIDEX" reconcile "$index" --chart x.svg --json
is "$status" 2 'one kind of output at a time'
done_testing
