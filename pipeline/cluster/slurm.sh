#!/usr/bin/env bash
# Reads a dump with N Slurm tasks and merges their parts:
#
#     pipeline/cluster/slurm.sh DUMP OUT N [sbatch options for the tasks]
#
# DUMP and OUT must be seen by every node. Each task writes its part on the node's own disk (SQLite in WAL
# mode must not lie on a network file system) and moves it to OUT.parts; a task that is requeued goes on
# where it was if it meets its own disk again, else it begins anew, with the same result.
set -euo pipefail
if [ $# -lt 3 ]; then
    sed -n '2,9s/^# \{0,1\}//p' "$0" >&2
    exit 2
fi
dump=$(realpath "$1") out=$(realpath -m "$2") parts=$3
shift 3
evidex=${EVIDEX:-evidex}
mkdir -p "$out.parts"

array=$(sbatch --parsable --requeue --array="0-$((parts - 1))" --job-name=evidex-read \
    --output="$out.parts/%a.log" "$@" <<TASK
#!/usr/bin/env bash
set -u
part=\$SLURM_ARRAY_TASK_ID
local=\${EVIDEX_SCRATCH:-\${TMPDIR:-/tmp}}/evidex-$(id -u)-\$SLURM_ARRAY_JOB_ID-\$part
"$evidex" run "$dump" -o "\$local" --shard "\$part/$parts" --jobs "\${SLURM_CPUS_PER_TASK:-1}"
status=\$?
# 3: finished, but something could not be read; the merged ledger names it.
[ \$status -eq 0 ] || [ \$status -eq 3 ] || exit \$status
rm -rf "$out.parts/\$part.new" "$out.parts/\$part"
cp -r "\$local" "$out.parts/\$part.new" && mv "$out.parts/\$part.new" "$out.parts/\$part" && rm -rf "\$local"
TASK
)
sbatch --parsable --dependency="afterok:${array%%;*}" --job-name=evidex-merge --output="$out.parts/merge.log" <<MERGE
#!/usr/bin/env bash
"$evidex" merge "$out" $(seq -s ' ' -f "'$out.parts/%g'" 0 $((parts - 1)))
status=\$?
[ \$status -eq 3 ] && exit 0
exit \$status
MERGE
