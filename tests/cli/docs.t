#!/usr/bin/env bash
# The manual page, the completion and the README promise what the program has.
. "$(dirname "$0")/../tap.sh"

commands=$("$EVIDEX" --help 2>/dev/null | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p')
[ -n "$commands" ]
ok $? 'evidex --help lists commands'
if [ -e "$BUILD/evidex.1" ] || make -s -C "$here" BUILD="$BUILD" "$BUILD/evidex.1"; then
    mandoc -Tlint -W warning "$BUILD/evidex.1" >"$work/lint"
    ok $? 'the manual page is clean' || note "$(cat "$work/lint")"
else
    skip 'the manual page is clean' 'it could not be made'
fi
for command in $commands; do
    like "$(cat "$here/docs/evidex.1.scd")" "\*$command\*" "the manual page has $command"
    run "$EVIDEX" "$command" --help
    is "$status" 0 "evidex $command --help ends with 0"
    lacking=$(grep -oE -- '^ +(-[a-z], )?--[a-z][a-z-]+' <<<"$out" | grep -oE -- '--[a-z-]+' | grep -vx -- --help |
        while read -r option; do grep -qF -- "*$option*" "$here/docs/evidex.1.scd" || echo "$option"; done)
    is "$lacking" '' "the manual page has each option of $command"
done
# Every `evidex COMMAND` that the documents show exists.
shown=$(grep -ohE '(^|`|\$ |&& )evidex [a-z]+' "$here/README.md" "$here/HACKING.md" | awk '{ print $NF }' | sort -u)
for command in $shown; do
    grep -qx "$command" <<<"$commands"
    ok $? "the documents show evidex $command, which exists"
done

bash -n "$here/docs/evidex.bash"
ok $? 'the completion is sound'
complete_words() {
    PATH=$(dirname "$EVIDEX"):$PATH bash -c '. "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _evidex
        printf "%s\n" "${COMPREPLY[@]}"' - "$here/docs/evidex.bash" "$@"
}
is "$(complete_words evidex sta | head -1)" status 'it completes a command'
like "$(complete_words evidex run --o)" '--ocr' 'it completes an option'

make -s -C "$here" BUILD="$BUILD" install PREFIX=/usr DESTDIR="$work/root" >/dev/null 2>&1
[ -x "$work/root/usr/bin/evidex" ] && [ -e "$work/root/usr/share/man/man1/evidex.1" ]
ok $? 'make install puts the program and the manual page in place'
done_testing
