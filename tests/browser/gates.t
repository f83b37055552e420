#!/usr/bin/env bash
# Who may ask the server, and what it sends along: the gates of serve.c, by curl.
. "$(dirname "$0")/../tap.sh"
. "$here/tests/browser/server.sh"
[ -d "$dump" ] || skip_all 'no samples: make samples'
samples_index
serve "$index"

code() { curl -s -o "$work/body" -w '%{http_code}' "$@"; }
headers=$(curl -s -D - -o /dev/null "$address")
like "$headers" "Content-Security-Policy: default-src 'self'" 'the page comes with a content security policy'
like "$headers" "frame-ancestors 'none'" 'that forbids frames'
like "$headers" 'X-Content-Type-Options: nosniff' 'types are not guessed'
like "$headers" 'Referrer-Policy: no-referrer' 'links tell nobody where one came from'
like "$headers" 'Cache-Control: no-store' 'nothing is kept in a cache'
unlike "$headers" 'Access-Control' 'no other origin is let in'

is "$(code "$address")" 200 'the page is there'
is "$(code -H 'Host: evil.example' "$address")" 403 'a host that is not ours is refused (DNS rebinding)'
is "$(code -H 'Host: 127.0.0.1.evil.example' "$address")" 403 'also one that begins like ours'
is "$(code -H "Host: localhost:$port" "$address")" 200 'localhost is ours'
is "$(code -X PUT "$address")" 405 'only GET and POST are known'
is "$(code "${address}../../etc/passwd" --path-as-is)" 404 'no path climbs out'
like "$(code "${address}page/..%2f..%2fetc/1.png")" '^40[04]' 'nor one of a picture'
is "$(code "${address}page/$(printf '0%.0s' {1..64})/1.png")" 404 'an unknown document has no picture'
is "$(code "${address}api/nonsense")" 404 'an unknown question is not found'
is "$(code "${address}api/search?q=%22AND%20(")" 400 'a query that cannot be parsed is the asker'"'"'s fault'
like "$(cat "$work/body")" '^\{"error":' 'and is told so'

token=$(curl -s "$address" | grep -o 'evidex-token" content="[0-9a-f]*"' | grep -oE '[0-9a-f]{32}')
is "${#token}" 32 'the page holds a token of 128 bits'
id=$(sqlite3 "$index/index.db" 'select mention_id from mention limit 1')
review="{\"mention_id\":\"$id\",\"verdict\":\"accepted\",\"reviewer\":\"R. Tester\",\"reason\":\"\"}"
post() { code -d "$review" "$@" "${address}api/review"; }
is "$(post)" 403 'a review without the token is refused'
is "$(post -H "X-Evidex-Token: ${token//[0-9]/0}")" 403 'or with a wrong one'
is "$(post -H "X-Evidex-Token: $token" -H 'Origin: http://evil.example')" 403 'or from another origin'
is "$(post -H "X-Evidex-Token: $token" -H 'Origin: null')" 403 'or from a sandboxed frame'
is "$(code -d '{}' -H "X-Evidex-Token: $token" "${address}api/review")" 400 'a review that says nothing is refused'
is "$(code -d '[[[' -H "X-Evidex-Token: $token" "${address}api/review")" 400 'or that is no JSON'
head -c 200000 /dev/zero | tr '\0' x >"$work/large"
unlike "$(code -d @"$work/large" -H "X-Evidex-Token: $token" "${address}api/review")" '^200' 'or that is very long'
[ ! -e "$index/reviews.db" ]
ok $? 'and none of them left anything'
is "$(code "$address")" 200 'the server still answers'
done_testing
