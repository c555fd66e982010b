#!/bin/bash
# How fast is Bootledger, whole process, in units of grep -c initcall on the same file in the same minute?
# usage: compare-with-grep.sh [MEGABYTES [ROUNDS]]
set -euo pipefail
export LC_ALL=C
megabytes=${1:-1000}
rounds=${2:-5}
top=$(cd "$(dirname "$0")/../../.." && pwd)
sample=$top/traces/samples/amd64-6.1-cloud/dmesg.txt
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Thousands of boots: a real serial capture again and again.
many_boots() { while zcat "$top/traces/samples/amd64-6.1-cloud/console.log.gz" 2>/dev/null; do :; done; }

# Boots of one machine, each of which takes its own time for everything.
boots_that_differ() {
    "$top/bootledger" simulate --like "$sample" --save "$work/machine.json" >/dev/null
    sed 's/"noise" : { }/"noise" : { "per_call_percent": 5, "per_boot_percent": 2, "outliers_per_mille": 2 }/' \
        "$work/machine.json" >"$work/noisy.json"
    "$top/bootledger" simulate "$work/noisy.json" --boots $((megabytes * 9 + 9)) --as console
}

# What only a kernel that boots says.
of_a_boot='initcall|calling|probe of|Linux version|ommand line:|DMI:|console \[|Brought up|Switched to|unpack rootfs|Freeing|Write protecting|Run /'

# One boot that ran on for days: after the real log, its ordinary lines again and again, the clock going on.
one_boot() {
    cat "$sample"
    grep -vE "$of_a_boot" "$sample" | sed 's/^\[ *[0-9.]*\] //' | awk '
        { line[NR] = $0 }
        END { for (us = 40000000;; us += 731) printf "[%5d.%06d] %s\n", us / 1000000, us % 1000000, line[++n % NR + 1] }'
}

# What is longer than asked for is cut off; the writer's broken pipe is no error.
make_log() { { "$1" || :; } 2>/dev/null | head -c "${megabytes}000000" >"$work/$1.log" || :; }

millis() {
    local begun
    begun=$(date +%s%N)
    # Through a pipe: grep stops at the first line that it finds when it writes to /dev/null.
    "$@" | cat >/dev/null
    echo $((($(date +%s%N) - begun) / 1000000))
}

fastest() {
    local best='' now
    for ((round = 0; round < rounds; round++)); do
        now=$(millis "$@")
        if [[ -z $best || $now -lt $best ]]; then best=$now; fi
    done
    echo "$best"
}

"$top/bootledger" --version >/dev/null
echo "fastest of $rounds, ${megabytes} MB each"
for log in many_boots boots_that_differ one_boot; do
    make_log "$log"
    cat "$work/$log.log" >/dev/null
    grep=$(fastest grep -c initcall "$work/$log.log")
    ours=$(fastest "$top/bootledger" analyze "$work/$log.log")
    awk -v log_="$log" -v grep="$grep" -v ours="$ours" -v mb="$megabytes" 'BEGIN {
        printf "%-10s  grep %5d ms  bootledger %6d ms  %5.0f MB/s  ratio %.2f\n", log_, grep, ours, mb * 1000 / ours, grep / ours }'
    rm "$work/$log.log"
done
small=$(fastest "$top/bootledger" analyze "$sample")
echo "a log of $(($(wc -c <"$sample") / 1000)) KB: $small ms, start and all"
