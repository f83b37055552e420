#!/bin/bash
# An output that cannot be used stops the run with 4 and a reason, and harms nothing.
. "$(dirname "$0")/../tap.sh"
. "$(dirname "$0")/lib.sh"

pdf 3 a "$work/a.pdf"
read_pdfs "$work/a.pdf" "$work/case"
is "$status" 0 'a first run ends with 0'

(ulimit -n 40 && "$EVIDEX" run "$work/a.pdf" -o "$work/case40" --ocr never --jobs 4 -q 2>"$work/err")
is "$?" 0 'forty descriptors are enough'

exec 8<>"$work/case/lock"
flock 8
read_pdfs "$work/a.pdf" "$work/case"
is "$status" 4 'a second run on the same output ends with 4'
like "$err" 'pid [0-9]+, host' 'and names who uses it'
exec 8>&-

read_pdfs "$work/a.pdf" /proc/evidex
is "$status" 4 'an output that cannot be made ends with 4'
mkdir -p "$work/mine/deep"
cp "$work/a.pdf" "$work/mine/deep"
for input in mine mine/deep mine/deep/a.pdf; do
    read_pdfs "$work/$input" "$work/mine"
    is "$status" 2 "$input: an input in the folder of the index is wrong usage"
done
like "$err" 'a\.pdf lies in the folder of the index' 'and the message names it'
is "$(ls "$work/mine")" deep 'and nothing is written'
read_pdfs "$work/mine" "$work/mine/deep/index"
is "$status" 0 'an index in the folder of the inputs is not'
echo 'this is no database, but it is long enough to be taken for a header' >"$work/case2.db"
mkdir "$work/case2"
mv "$work/case2.db" "$work/case2/index.db"
read_pdfs "$work/a.pdf" "$work/case2"
is "$status" 4 'a file that is no index ends with 4'

run "$EVIDEX" run "$work/a.pdf" -o "$work/case3" --ocr never --lang xyz --ocr always
is "$status" 4 'a language that is not installed ends with 4'
like "$err" 'tesseract-ocr-xyz' 'and the message says what to install'

if [ "$(id -u)" = 0 ] && mkdir "$work/small" && mount -t tmpfs -o size=600k tmpfs "$work/small" 2>/dev/null; then
    pdf 400 big "$work/big.pdf"
    read_pdfs "$work/big.pdf" "$work/small/case"
    is "$status" 4 'a full disk ends with 4'
    like "$err" 'Free space' 'and the message says what to do'
    mount -o remount,size=64m "$work/small"
    read_pdfs "$work/big.pdf" "$work/small/case"
    is "$status" 0 'with room again the same command goes on'
    is "$(question "$work/small/case" 'select count(*) from pages')" 400 'and every page is there'
    umount "$work/small"
else
    skip 'a full disk ends with 4' 'no tmpfs can be mounted here'
fi
done_testing
