#!/bin/bash
# Inputs that change or go while a run is at them, devices, and folders that may not be entered.
. "$(dirname "$0")/../tap.sh"
. "$(dirname "$0")/lib.sh"

# begin_run INPUT OUT: a run in the background; its pid in $pid
begin_run() {
    "$EVIDEX" run "$1" -o "$2" --ocr never --jobs 1 -q >"$work/run.out" 2>"$work/run.err" </dev/null &
    pid=$!
}

# wait_until OUT SQL: until the index of the run that was begun answers with more than 0, or the run is over
wait_until() {
    while kill -0 "$pid" 2>/dev/null; do
        [ "$(question "$1" "$2" 2>/dev/null || echo 0)" -gt 0 ] 2>/dev/null && return 0
        sleep 0.01
    done
    return 1
}

# end_run: its status in $status, its messages in $err
end_run() {
    wait "$pid"
    status=$?
    err=$(cat "$work/run.err")
}

# state OUT FILE WANTED NAME
state() { is "$(question "$1" "select status, coalesce(code, '-') from documents where file like '$2'")" "$3" "$4"; }

# ---- changed between its hash and its last page: above 512 MiB a file is read where it lies ------------------

mkdir "$work/big"
pdf 1500 big "$work/plain.pdf"
python3 - "$work/plain.pdf" "$work/big/big.pdf" <<'PY'
import sys
data = open(sys.argv[1], "rb").read()
table, far = data.rindex(b"xref\n0"), 520 << 20
with open(sys.argv[2], "wb") as file:
    file.write(data[:table])
    file.seek(far)
    file.write(data[table:].replace(b"startxref\n%d" % table, b"startxref\n%d" % far))
PY
begin_run "$work/big" "$work/big-case"
wait_until "$work/big-case" 'select count(*) from pages'
ok $? 'pages of a big file are stored before its end'
printf X | dd of="$work/big/big.pdf" bs=1 seek=400000000 conv=notrunc status=none
end_run
is "$status" 3 'a file that changes between its hash and its last page: 3'
is "$(question "$work/big-case" 'select status, code, pages from documents')" 'partial changed 1500' 'it is partial: changed'
like "$(question "$work/big-case" 'select reason from documents')" 'changed while it was read' 'and says so'
run "$EVIDEX" run "$work/big" -o "$work/big-case" --ocr never -q
is "$status $(question "$work/big-case" 'select status, pages from documents')" '0 done 1500' 'the next run reads it anew, and is done'
rm -rf "$work/big"

# ---- changed, and grown without end, while it is hashed -------------------------------------------------------

mkdir "$work/growing"
pdf 2 next "$work/growing/next.pdf"
python3 - "$work/growing/grows.pdf" <<'PY' &
import os, sys, time
with open(sys.argv[1], "wb") as file:
    file.write(b"%PDF-1.4\n1 0 obj\n")
    file.truncate(200 << 20)
    open(sys.argv[1] + ".ready", "w").close()
    for i in range(5000):
        time.sleep(0.005)
        if i < 700:
            file.truncate((200 << 20) + (i << 22))
        else:
            os.utime(sys.argv[1])
PY
grower=$!
while [ ! -e "$work/growing/grows.pdf.ready" ]; do sleep 0.01; done
rm "$work/growing/grows.pdf.ready"
# What is copied counts as a file: no more may come than the file was long at first.
run bash -c 'ulimit -f 600000; exec timeout 60 "$@"' - "$EVIDEX" run "$work/growing" -o "$work/growing-case" --ocr never -q
kill $grower
wait $grower 2>/dev/null
rm "$work/growing/grows.pdf"
is "$status" 3 'a file that grows faster than it is read: 3'
state "$work/growing-case" grows.pdf 'failed changed' 'it is failed: changed'
state "$work/growing-case" next.pdf 'done -' 'the next file is read'

# ---- gone while it waits ------------------------------------------------------------------------------------------

mkdir "$work/going"
cp "$work/plain.pdf" "$work/going/a.pdf"
for name in b c z; do pdf 2 $name "$work/going/$name.pdf"; done
begin_run "$work/going" "$work/going-case"
wait_until "$work/going-case" 'select count(*) from input'
kill -STOP $pid
state "$work/going-case" z.pdf ' -' 'every input is listed before the first is read'
is "$(question "$work/going-case" "select count(*), sum(status = '') from input")" '4 4' 'and waits'
rm "$work/going/z.pdf"
kill -CONT $pid
end_run
is "$status" 3 'an input that goes while it waits: 3'
state "$work/going-case" z.pdf 'failed unreadable' 'it is failed: unreadable'
like "$err" 'z\.pdf: cannot be read: No such file' 'a message names it, and why'
is "$(question "$work/going-case" "select count(*) from documents where status = 'done'")" 3 'the others are read'
run "$EVIDEX" verify "$work/going-case"
is "$status" 0 'verify finds the index sound' || note "$out$err"

# ---- devices, and folders that may not be entered -------------------------------------------------------------------

mkdir -p "$work/odd/closed" "$work/odd/open"
pdf 1 within "$work/odd/closed/within.pdf"
pdf 1 beside "$work/odd/open/beside.pdf"
if mknod "$work/odd/zero.pdf" c 1 5 2>/dev/null && mknod "$work/odd/disk.pdf" b 7 99 2>/dev/null; then
    read_pdfs "$work/odd" "$work/device-case"
    state "$work/device-case" zero.pdf 'skipped not-a-regular-file' 'a character device is skipped'
    state "$work/device-case" disk.pdf 'skipped not-a-regular-file' 'and a block device'
    like "$(question "$work/device-case" "select reason from documents where file = 'zero.pdf'")" 'a character device' \
        'the ledger says what it is'
    read_pdfs "$work/odd/zero.pdf" "$work/device-alone"
    is "$status" 3 'a device that is named itself: 3'
    state "$work/device-alone" zero.pdf 'skipped not-a-regular-file' 'and it is skipped too'
else
    skip 'devices are skipped' 'no right to make a device node here'
fi
rm -f "$work/odd/zero.pdf" "$work/odd/disk.pdf"

as=()
[ "$(id -u)" = 0 ] && as=(setpriv --reuid 65534 --regid 65534 --clear-groups)
if [ ${#as[@]} -gt 0 ] && ! command -v setpriv >/dev/null; then
    skip 'a folder that may not be entered is failed: permission' 'root enters every folder'
else
    mkdir -m 777 "$work/as-other"
    chmod 755 "$work" "$work/odd" "$work/odd/open"
    chmod 000 "$work/odd/closed"
    run env HOME=/ "${as[@]}" "$EVIDEX" run "$work/odd" -o "$work/as-other/case" --ocr never
    is "$status" 3 'a folder that may not be entered: 3'
    state "$work/as-other/case" closed 'failed permission' 'it is failed: permission'
    state "$work/as-other/case" open/beside.pdf 'done -' 'the folder beside it is read'
    like "$err" 'closed: no permission to read it' 'and a message names it'
    chmod 755 "$work/odd/closed"
    run env HOME=/ "${as[@]}" "$EVIDEX" run "$work/odd" -o "$work/as-other/case" --ocr never
    is "$(question "$work/as-other/case" "select status from documents where file = 'closed/within.pdf'")" 'done' \
        'once it may be entered, the same command reads what is in it'
fi
done_testing
