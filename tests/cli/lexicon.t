#!/usr/bin/env bash
# A team's own tag goes all the way: from its lexicon through the index to search, filters and export.
. "$(dirname "$0")/../tap.sh"

mkdir "$work/lexicon" "$work/dump"
printf '%s\n' 'sense retaliation/threat' 'cue solitary confinement' >"$work/lexicon/own.lex"
cat >"$work/dump/note.txt" <<'EOF'
After the grievance, three inmates of Alder County were put in solitary confinement.

Deputies turned over 12 inmates to ICE in 2020.
EOF
run "$EVIDEX" run "$work/dump" -o "$work/index" --lexicon "$work/lexicon" --json
is "$status" 0 'a dump is read with a lexicon of our own'
is "$(jq -c 'select (.type == "ledger") | .mentions | [.retaliation, .transfer]' <<<"$out")" '[1,1]' \
    'the ledger counts its tag beside those that were there'
run "$EVIDEX" search "$work/index" confinement --kind retaliation --sense threat
is "$status" 0 'search filters by it'
like "$out" 'note\.txt, p\. 1, l\. 1' 'and cites its place'
like "$out" '\[retaliation threat, affirmed' 'with its sense and assertion'
run "$EVIDEX" export "$work/index" -f csv -o "$work/export"
is "$status" 0 'the export'
is "$(python3 -c 'import csv, sys; print ([r["sense"] for r in csv.DictReader (open (sys.argv[1])) if r["kind"] == "retaliation"])' \
    "$work/export/mentions.csv")" "['threat']" 'has it as a mention like any other'
run "$EVIDEX" run "$work/dump" -o "$work/index" -q
run "$EVIDEX" search "$work/index" --kind retaliation
is "$status" 2 'a run without that lexicon tags anew, and the kind is gone'

mkdir -p "$work/words/es"
printf '%s\n' 'number once 11' >"$work/words/es/own.lex"
count_of() { "$EVIDEX" tag --lexicon "$work/words" --text <<<"$1" | jq -c '.mentions[0].count'; }
is "$(count_of 'The board should end all transfers at once.')" null \
    'a number of a lexicon of our own that lies in es/ is none in English'
is "$(count_of 'La cárcel transfirió a once presos a ICE en mayo.')" 11 'but is one in Spanish'
done_testing
