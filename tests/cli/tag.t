#!/bin/bash
# evidex tag: passages in, mentions out; bad and hostile lines are named and the rest goes on.
. "$(dirname "$0")/../tap.sh"

tag() { # INPUT-FILE OPTION...: like run, with standard input
    input=$1
    shift
    "$EVIDEX" tag "$@" <"$input" >"$work/out" 2>"$work/err"
    status=$?
    out=$(cat "$work/out")
    err=$(cat "$work/err")
}

echo '{"id": "a-1", "text": "ñ Deputies turned over 12 inmates to ICE."}' >"$work/one"
tag "$work/one"
is "$status" 0 'a passage is tagged, status 0'
like "$out" '^\{"id":"a-1","mentions":\[' 'the record keeps its id'
like "$out" '"surface":"turned over".*"start":11,"end":22,"count":12' 'offsets count characters, not bytes'
like "$out" '"kind":"detainee".*"surface":"inmates"' 'each mention has its kind'

printf '%s\n' '{"id": 1, "text": "12 inmates"}' 'not json' '{"id": 2}' '' '{"id": 3, "text": "nothing"}' >"$work/mixed"
tag "$work/mixed"
is "$status" 3 'bad lines give status 3'
like "$err" 'evidex tag: line 2: ' 'the first bad line is named'
like "$err" 'evidex tag: line 3: no "text"' 'the second bad line is named'
is "$(wc -l <"$work/out")" 2 'the good lines are tagged all the same'
like "$out" '"id":3,"mentions":\[\]' 'a passage without mentions has an empty list'

printf '{"id":1,"text":"\xff\xfe inmate"}\n{"id":2,"text":"a\0b"}\n{"id":3,"text":"inmate \xe2\x80\xaeICE\\u0000 x"}\n' >"$work/bytes"
tag "$work/bytes"
is "$status" 3 'broken UTF-8 and NUL bytes do not stop the run'
like "$err" 'line 1: not UTF-8' 'broken UTF-8 is named'
like "$err" 'line 2: not UTF-8' 'a NUL byte is named'

{ printf '{"id":1,"text":"'; head -c 100000000 /dev/zero | tr '\0' 'x'; printf '"}\n'; cat "$work/one"; } >"$work/long"
(ulimit -v 800000 && "$EVIDEX" tag <"$work/long" >"$work/out" 2>"$work/err")
is "$?" 3 'a line of 100 MB is passed over within 800 MB of address space'
like "$(cat "$work/err")" 'line 1: longer than 16 MiB' 'the long line is named'
is "$(wc -l <"$work/out")" 1 'the line after it is tagged'
rm "$work/long"

{ printf '{"id":1,"text":"'; yes 'inmate transferred' | head -n 10000 | tr '\n' ' '; printf '"}\n'; } >"$work/many"
tag "$work/many"
is "$status" 0 'twenty thousand matches in a passage are tagged'
is "$(grep -o '"surface"' "$work/out" | wc -l)" 20000 'and none is lost'

: >"$work/empty"
tag "$work/empty"
is "$status:$out$err" '0:' 'nothing in, nothing out'

echo 'No one was turned over to ICE in 2020.' >"$work/plain"
tag "$work/plain" --text
like "$out" '"assertion":"negated","cue".*"count":0' '--text takes a passage a line'

mkdir "$work/lexicon"
printf '%s\n' 'sense retaliation/threat' 'cue solitary confinement' \
    'hit They put him in [solitary confinement].    affirmed' >"$work/lexicon/own.lex"
echo 'Three inmates are in solitary confinement.' >"$work/plain"
tag "$work/plain" --text --lexicon "$work/lexicon"
like "$out" '"kind":"retaliation","sense":"threat"' "a folder of one's own adds a tag"
run "$EVIDEX" tag --check-lexicon --lexicon "$work/lexicon"
is "$status" 0 'the sentences of the lexicon hold'
echo 'hit Nobody is [in prison].' >>"$work/lexicon/own.lex"
run "$EVIDEX" tag --check-lexicon --lexicon "$work/lexicon"
is "$status" 1 'a sentence that does not hold gives status 1'
like "$out" 'own\.lex:4: ' 'and is named with file and line'
echo 'cue' >>"$work/lexicon/own.lex"
tag "$work/plain" --lexicon "$work/lexicon"
is "$status" 2 'a wrong lexicon is a wrong setting'
like "$err" 'own\.lex:5: ' 'and is named with file and line'

echo '{"id":"1","text":"Oficina del Sheriff del Condado de Alder. La oficina notificó a ICE."}' >"$work/office"
tag "$work/office"
is "$(jq -r '.mentions[0].agency' <<<"$out")" 'Sheriff del Condado de Alder' 'La oficina is no name of an agency'

run "$EVIDEX" tag --no-such
is "$status" 2 'an unknown option is wrong usage'
done_testing
