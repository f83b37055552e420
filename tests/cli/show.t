#!/usr/bin/env bash
# evidex show and why: one mention, one page.
. "$(dirname "$0")/../tap.sh"
[ -d "$dump" ] || skip_all 'no samples: make samples'
samples_index

"$EVIDEX" search "$index" --kind transfer --json -n 1 2>/dev/null | head -1 >"$work/mention"
id=$(jq -r .mention_id "$work/mention")
run "$EVIDEX" show "$index" "${id:0:8}" --image "$work/place.png"
is "$status" 0 'the beginning of an id finds its mention'
like "$out" "^mention_id +$id" 'the record is printed'
like "$out" "$(jq -r .rule "$work/mention")" 'with the rule that found it'
is "$(head -c 8 "$work/place.png" | od -An -tx1 | tr -d ' \n')" 89504e470d0a1a0a 'the picture is a PNG'
run "$EVIDEX" show "$index" "$id" --image "$work/place.png"
is "$status" 2 'a picture is not replaced'
run "$EVIDEX" show "$index" "$id" --json
is "$(jq -r .quote <<<"$out")" "$(jq -r .quote "$work/mention")" 'JSON has the same quote'
run "$EVIDEX" show "$index" ffffffffffffffff
is "$status" 1 'an id that is not there is not found'
run "$EVIDEX" show "$index" "${id:0:3}"
is "$status" 2 'three characters of an id are too few'
like "$err" 'give 4 characters or more' 'and the message says so'

run "$EVIDEX" why "$index" 03-ice-log-2019.pdf 1
is "$status" 0 'why finds a file by the last part of its name'
like "$out" 'Recognised \(OCR\)' 'the scan was recognised'
like "$out" 'image_area +[01]' 'and the figures are given'
run "$EVIDEX" why "$index" forum/2021-truth-act-forum.pdf 1
like "$out" 'text layer' 'the slides were read from their text layer'
run "$EVIDEX" why "$index" forum/2021-truth-act-forum.pdf 99
is "$status" 1 'a page that is not there is not found'
run "$EVIDEX" why "$index" nothing.pdf 1
is "$status" 1 'nor is a file that is not there'
run "$EVIDEX" why "$index" forum/2021-truth-act-forum.pdf zero
is "$status" 2 'zero is no page number'
done_testing
