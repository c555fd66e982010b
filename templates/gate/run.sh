#!/bin/bash
# Runs the gate for a CI job, which says in variables what to judge. Further options come as arguments.
set -euo pipefail

arguments=("$@")

# Adds an option for each line of a text. A line stays one word whatever it holds: file names may come from anyone.
each_line() {
    while read -r line; do
        [[ -z $line ]] || arguments+=("$1$line")
    done <<<"$2"
}

each_line --baseline= "${GATE_BASELINE:-}"
each_line --candidate= "${GATE_CANDIDATE:-}"
each_line --budget= "${GATE_BUDGET:-}"
each_line --order= "${GATE_ORDER:-}"
[[ ${GATE_FAIL_ON_INCONCLUSIVE:-} != true ]] || arguments+=(--fail-on-inconclusive)
each_line "" "${GATE_OPTIONS:-}"

program=$("$(dirname "$0")/fetch.sh")
exec "$program" gate "${arguments[@]}"
