#!/bin/bash
# Says where the launcher of Bootledger is. The release that GATE_RELEASE names is fetched from below GATE_RELEASES (a URL) and must have
# the checksum GATE_SHA256; without a release, or where it cannot be had, the checkout that this script is part of builds.
set -euo pipefail
checkout=$(cd "$(dirname "$0")/../.." && pwd)
from=${GATE_RELEASES:-}
if [[ -z $from && -n ${GITHUB_ACTION_REPOSITORY:-} ]]; then
    from=${GITHUB_SERVER_URL:-https://github.com}/$GITHUB_ACTION_REPOSITORY/releases/download
fi

say() { printf 'bootledger: %s\n' "$*" >&2; }

# A checksum that differs is no reason to try something else.
fetched() {
    local machine name
    [[ -n ${GATE_RELEASE:-} ]] || return 1
    if [[ -z ${GATE_SHA256:-} || -z $from ]]; then
        say "a release needs the SHA-256 of its archive, and where releases are: it is built instead"
        return 1
    fi
    case $(uname -m) in x86_64) machine=amd64 ;; aarch64) machine=arm64 ;; *) return 1 ;; esac
    name=bootledger-$GATE_RELEASE-linux-$machine.tar.gz
    mkdir -p "$place"
    if ! curl --fail --silent --show-error --location --retry 2 --output "$place/$name" "$from/v$GATE_RELEASE/$name"; then
        say "$name cannot be had from $from: it is built instead"
        return 1
    fi
    if ! (cd "$place" && sha256sum --check --status <<<"$GATE_SHA256  $name"); then
        say "$name is not what was asked for: its SHA-256 is $(sha256sum <"$place/$name" | cut -d ' ' -f 1)"
        exit 2
    fi
    mkdir "$place/unpacked"
    tar -xf "$place/$name" -C "$place/unpacked" --strip-components=1
    "$place/unpacked/install" "$place/installed" >&2
    rm -r "$place/unpacked" "${place:?}/$name"
}

# GitHub's runner has a place that only this job sees, where the next step finds it again.
if [[ -n ${RUNNER_TEMP:-} ]]; then place=$RUNNER_TEMP/bootledger; else place=$(mktemp -d)/bootledger; fi
if [[ -x $place/installed/bin/bootledger ]] || fetched; then
    printf '%s\n' "$place/installed/bin/bootledger"
else
    "$checkout/bootledger" --version >/dev/null
    printf '%s\n' "$checkout/bootledger"
fi
