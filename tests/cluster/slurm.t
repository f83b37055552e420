#!/usr/bin/env bash
# The Slurm script on a real one-node cluster on loopback, started and stopped here: an array of tasks, one of
# which is killed and requeued, then the dependent merge; the result is that of one machine.
. "$(dirname "$0")/../tap.sh"
[ -d "$dump" ] || skip_all 'no samples: make samples'
command -v slurmctld >/dev/null && command -v munged >/dev/null || skip_all 'slurm-wlm is not installed'
[ "$(id -u)" = 0 ] || skip_all 'a test cluster needs root'

cluster=$(mktemp -d /tmp/evidex-slurm-XXXXXX)
chmod 755 "$cluster"
host=$(hostname -s)
memory=$(($(free -m | awk '/^Mem/{print $2}') / 2))
mkdir -p "$cluster"/{state,spool,munge,shared}
chown slurm "$cluster/state"
chown munge "$cluster/munge"
stop_cluster() {
    for name in slurmd slurmctld; do [ -f "$cluster/$name.pid" ] && kill "$(cat "$cluster/$name.pid")" 2>/dev/null; done
    [ -n "${munge_pid:-}" ] && kill "$munge_pid" 2>/dev/null
    sleep 0.5
    rm -rf "$cluster" "$work"
}
trap stop_cluster EXIT

dd if=/dev/urandom of="$cluster/munge.key" bs=1 count=1024 status=none
chown munge "$cluster/munge.key" && chmod 400 "$cluster/munge.key"
cat > "$cluster/slurm.conf" <<CONF
ClusterName=evidextest
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=16817
SlurmdPort=16818
AuthType=auth/munge
AuthInfo=socket=$cluster/munge/socket
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
ReturnToService=2
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SlurmUser=slurm
StateSaveLocation=$cluster/state
SlurmdSpoolDir=$cluster/spool
SlurmctldPidFile=$cluster/slurmctld.pid
SlurmdPidFile=$cluster/slurmd.pid
SlurmctldLogFile=$cluster/slurmctld.log
SlurmdLogFile=$cluster/slurmd.log
KillWait=2
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) RealMemory=$memory State=UNKNOWN
PartitionName=main Nodes=$host Default=YES MaxTime=INFINITE State=UP
CONF
echo CgroupAutomount=no > "$cluster/cgroup.conf"
export SLURM_CONF=$cluster/slurm.conf EVIDEX EVIDEX_SCRATCH=$cluster
touch "$cluster/slurmctld.pid" && chown slurm "$cluster/slurmctld.pid"
chmod 755 "$cluster/munge"

runuser -u munge -- munged --foreground --force --num-threads=2 --key-file="$cluster/munge.key" \
    --socket="$cluster/munge/socket" --pid-file="$cluster/munge/pid" --log-file="$cluster/munge/log" \
    --seed-file="$cluster/munge/seed" >/dev/null 2>&1 &
munge_pid=$!
# wait_for SECONDS COMMAND...: until it succeeds
wait_for() {
    local end=$((SECONDS + $1))
    shift
    until "$@" >/dev/null 2>&1; do
        [ $SECONDS -lt $end ] || return 1
        sleep 0.3
    done
}
wait_for 10 test -S "$cluster/munge/socket" || skip_all "munged does not start here"
slurmctld -i >/dev/null 2>&1
slurmd >/dev/null 2>&1
is_idle() { [ "$(sinfo -h -o %t)" = idle ]; }
wait_for 30 is_idle
ok $? 'a cluster of one node stands on loopback' || {
    note "$(tail -5 "$cluster/slurmctld.log")"
    done_testing
    exit 1
}

cp -r "$dump/misc" "$dump/forum" "$cluster/shared/"
mkdir "$cluster/in" && mv "$cluster/shared"/* "$cluster/in/"
"$BUILD/tests/bench/make-pages" 300 "$cluster/in/long.pdf"
"$EVIDEX" run "$cluster/in" -o "$work/whole" -q 2>/dev/null
"$EVIDEX" export "$work/whole" --format jsonl -o "$work/whole.export" >/dev/null 2>&1

merge_job=$("$here/pipeline/cluster/slurm.sh" "$cluster/in" "$cluster/out" 3)
ok $? 'the script hands in an array of tasks and a merge that waits for it'
task_runs() { [ "$(squeue -h -t running -n evidex-read | wc -l)" -gt 0 ]; }
wait_for 30 task_runs
victim=$(squeue -h -t running -n evidex-read -o %A | head -1)
scontrol requeue "$victim"
ok $? 'a task is killed in the middle and queued again'
# Slurm lets a requeued task wait for two minutes; we do not.
waits() { squeue -h -j "$victim" -o %t | grep -q PD && scontrol update JobId="$victim" StartTime=now; }
wait_for 20 waits
all_done() { [ -z "$(squeue -h)" ]; }
wait_for 150 all_done
ok $? 'all tasks and the merge end' || note "$(squeue; cat "$cluster"/out.parts/*.log | tail -5)"
"$EVIDEX" export "$cluster/out" --format jsonl -o "$work/merged.export" >/dev/null 2>&1
diff -r "$work/whole.export" "$work/merged.export" >/dev/null
ok $? 'the merged index exports what one machine exports, byte for byte' || note "$(cat "$cluster"/out.parts/*.log | tail -8)"
done_testing
