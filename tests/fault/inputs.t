#!/bin/bash
# Whatever lies among the inputs is accounted for, and costs only itself.
. "$(dirname "$0")/../tap.sh"
. "$(dirname "$0")/lib.sh"

dump=$work/dump
mkdir -p "$dump/folder"
pdf 2 good "$dump/good.pdf"
cp "$dump/good.pdf" "$dump/zz-copy.pdf"
pdf 1 odd "$dump/"$'odd\xff\n\e[31m.pdf'
pdf 1 long "$dump/$(printf 'n%.0s' {1..251}).pdf"
: >"$dump/empty.pdf"
echo '<html>not found</html>' >"$dump/page.pdf"
echo 'notes' >"$dump/notes.txt"
printf '\1\2\3' >"$dump/data.bin"
head -c 900 "$dump/good.pdf" >"$dump/cut.pdf"
head -c 60 "$dump/good.pdf" >"$dump/stump.pdf"
mkfifo "$dump/pipe.pdf"
ln -s /dev/zero "$dump/device.pdf"
ln -s . "$dump/loop"
ln -s nowhere "$dump/dangling.pdf"
mkdir -p "$dump/case"
read_pdfs "$dump" "$dump/case"
is "$status" 3 'the run ends with 3'
is "$(question "$dump/case" 'select count(*) from input')" 14 'every path is there once, and the index itself is not'
is "$(question "$dump/case" "select count(*) from input where status = ''")" 0 'and has a status'
# state FILE STATUS CODE
state() {
    is "$(question "$dump/case" "select status, coalesce(code, '-') from documents where file like '$1'")" \
        "$2 $3" "$1 is $2, $3"
}
state good.pdf 'done' -
state zz-copy.pdf skipped duplicate
state 'odd%' 'done' -
state 'nnn%' 'done' -
state empty.pdf failed empty
state page.pdf failed not-a-pdf
state notes.txt 'done' -
state data.bin skipped unsupported
state stump.pdf failed damaged
state cut.pdf partial truncated
state pipe.pdf skipped not-a-regular-file
state device.pdf skipped symlink
state loop skipped symlink
state dangling.pdf skipped symlink
unlike "$err$out" $'\e' 'no control byte of a name reaches the terminal'
like "$err" 'empty\.pdf: the file is empty' 'a message names the file and the reason'

# An index of another run among the inputs is none.
mkdir -p "$work/more/deep"
printf 'Deputies turned over 3 inmates to ICE.\n' >"$work/more/deep/memo.txt"
(cd "$work/more/deep" && python3 -c 'import zipfile; zipfile.ZipFile("memo.zip", "w").write("memo.txt", "zipped.txt")' && rm memo.txt)
printf 'Mine.\n' >"$work/more/notes.txt"
read_pdfs "$work/more" "$work/more/a-index"
printf 'Kept beside it.\n' >"$work/more/a-index/notes2.txt"
printf 'A review broke off.\n' >"$work/more/a-index/reviews.db-journal"
read_pdfs "$work/more" "$work/more/second"
is "$(question "$work/more/second" "select file, status, coalesce (code, '-') from documents order by file")" \
    "$(printf '%s\n' 'a-index/index.db skipped unsupported' 'a-index/lock skipped unsupported' 'a-index/members skipped unsupported' \
       'a-index/notes2.txt done -' 'a-index/reviews.db-journal skipped unsupported' 'deep/memo.zip done -' 'deep/memo.zip/zipped.txt done -' 'notes.txt done -')" \
    'of the index of another run nothing is read, but what lies beside it is'

if [ "$(id -u)" = 0 ] && ! command -v setpriv >/dev/null; then
    skip 'an unreadable file is failed: permission' 'root reads everything'
else
    mkdir "$work/locked"
    pdf 1 locked "$work/locked/a.pdf"
    pdf 1 open "$work/locked/b.pdf"
    chmod 000 "$work/locked/a.pdf"
    chmod 755 "$work" "$work/locked"
    mkdir -m 777 "$work/unlocked"
    as=()
    [ "$(id -u)" = 0 ] && as=(setpriv --reuid 65534 --regid 65534 --clear-groups)
    run env HOME=/ "${as[@]}" "$EVIDEX" run "$work/locked" -o "$work/unlocked/case" --ocr never
    is "$(question "$work/unlocked/case" 'select status, code from documents order by file')" \
        $'failed permission\ndone ' 'an unreadable file is failed: permission; the next one is read'
fi

pdf 40 long "$work/cut40.pdf"
head -c 12000 "$work/cut40.pdf" >"$work/cut.pdf"
read_pdfs "$work/cut.pdf" "$work/cut"
like "$(question "$work/cut" 'select reason from documents')" 'cut short: [0-9]+ pages recovered' 'a file cut short says how much is there'
records "$work/cut" "$work/cut.csv"
mkdir -p "$work/own/en"
printf 'sense  detainee/tally\ncue    inmates\nhit    There were 12 [inmates].   affirmed 12\n' >"$work/own/en/own.lex"
run "$EVIDEX" run "$work/cut.pdf" -o "$work/cut" --ocr never --lexicon "$work/own"
is "$(question "$work/cut" 'select code from documents')" truncated 'and still says it when it is only tagged again'

form "$work/form.pdf"
run "$EVIDEX" text "$work/form.pdf" --ocr never
like "$out" 'Released to: Ana Zúñiga to ICE' 'what is filled into a form is read, within the sandbox too'
sed 's/%PDF-1.4/%XYZ-1.4/' "$dump/good.pdf" >"$work/header.pdf"
read_pdfs "$work/header.pdf" "$work/header"
is "$(question "$work/header" 'select status, pages from documents')" 'done 2' 'a damaged header does not cost the file'

run "$EVIDEX" run "$work/nothing-here" -o "$work/none" --ocr never
is "$status" 4 'inputs that do not exist: 4'
like "$err" "$work/nothing-here: no such file or folder" 'and the message names them'
[ ! -e "$work/none" ]
ok $? 'no index is begun for them'
run "$EVIDEX" run -o "$work/none"
is "$status" 2 'no input: 2'
run "$EVIDEX" run "$dump"
is "$status" 2 'no output: 2'
done_testing
