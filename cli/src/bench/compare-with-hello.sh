#!/bin/bash
# How long does a start take, whole process, in units of a bare Java that says hello, with its own archive of classes and its first
# compiler alone, in the same minute? In turn, the least of all rounds.
# usage: compare-with-hello.sh [ROUNDS]
set -euo pipefail
export LC_ALL=C TIMEFORMAT='%R %U %S'
rounds=${1:-15}
top=$(cd "$(dirname "$0")/../../.." && pwd)
log=$top/traces/samples/amd64-7.2-cloud/dmesg.txt
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

printf '%s\n' 'class Hello { public static void main(String[] words) { System.out.println("hello"); } }' >"$work/Hello.java"
"${java}c" -d "$work" "$work/Hello.java"

hello() { "$java" -Xshare:auto -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$work" Hello; }
summary() { "$top/bootledger" analyze "$log"; }
summary_by_options() { "$top/bootledger" analyze --text "$log"; }
report() { "$top/bootledger" analyze "$log" --out "$work/report"; }

# Milliseconds of wall clock and of processors, of one run.
measure() {
    { time "$1" >/dev/null 2>&1; } 2>"$work/time"
    awk '{ printf "%.0f %.0f\n", $1 * 1000, ($2 + $3) * 1000 }' "$work/time" >>"$work/$1.times"
}

commands='hello summary summary_by_options report'
for command in $commands; do "$command" >/dev/null; done
for ((round = 0; round < rounds; round++)); do
    for command in $commands; do measure "$command"; done
done
"$java" -version 2>&1 | sed 1q
echo "$(($(wc -c <"$log") / 1000)) KB, the least of $rounds"
for command in $commands; do
    wall=$(cut -d' ' -f1 "$work/$command.times" | sort -n | sed 1q)
    cpu=$(cut -d' ' -f2 "$work/$command.times" | sort -n | sed 1q)
    if [[ $command = hello ]]; then hello_wall=$wall hello_cpu=$cpu; fi
    awk -v name="$command" -v wall="$wall" -v cpu="$cpu" -v hello_wall="$hello_wall" -v hello_cpu="$hello_cpu" 'BEGIN {
        printf "%-18s  wall %5d ms  %5.1f x  CPU %5d ms  %5.1f x\n", name, wall, wall / hello_wall, cpu, cpu / hello_cpu }'
done
