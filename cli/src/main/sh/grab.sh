#!/bin/sh
# Gathers into one text what `bootledger analyze` wants to know of the boot of the machine it runs on: its log, command line,
# configuration, symbols, and systemd's times. It reads, writes standard output or the file that is named, and sends nothing anywhere.
#
#   sh grab.sh boot.txt         on the machine itself, as root where dmesg wants that
#   ssh BOARD sh <grab.sh >boot.txt
#   sh grab.sh --check          only tells what the kernel's command line lacks, and where it is set: 3 where something does
#
# For any POSIX shell, busybox's too. BOOTLEDGER_ROOT stands before each path, for the root of a machine that is mounted somewhere.

root=${BOOTLEDGER_ROOT:-}

say() { printf 'grab: %s\n' "$*" >&2; }
has() { command -v "$1" >/dev/null 2>&1; }

# What of the file is text: names come from firmware and from users.
printable() { LC_ALL=C tr -d '\000-\010\013-\037\177'; }

# A section of the text, unless it is empty. No line of it can be taken for the beginning of another one, and its last one ends.
section() {
    { printable && echo; } | sed -e '${/^$/d;}' -e 's/^/| /' | {
        IFS= read -r first || exit 0
        printf '== %s ==\n%s\n' "$1" "$first"
        cat
    }
}

# A file, not what waits for a writer; below the root, wherever links lead.
readable() {
    [ -f "$1" ] && [ -r "$1" ] || return 1
    [ -n "$root" ] || return 0
    case $(readlink -f "$1") in "$(readlink -f "$root")"/*) ;; *) return 1 ;; esac
}

# The first of the files that can be read.
first_of() {
    for file in "$@"; do
        if readable "$file"; then
            printf '%s\n' "$file"
            return
        fi
    done
    return 1
}

content() { if readable "$1"; then cat "$1" 2>/dev/null; fi; }

config() {
    if readable "$root/proc/config.gz"; then
        gzip -dc "$root/proc/config.gz" 2>/dev/null
    elif file=$(first_of "$root/boot/config-$release" "$root/lib/modules/$release/config" "$root/usr/lib/modules/$release/config" \
        "$root/lib/modules/$release/build/.config"); then
        cat "$file"
    fi
}

# /proc/kallsyms names initcalls with CONFIG_KALLSYMS_ALL=y only; the System.map that Debian installs is a stub.
symbols() {
    for file in "$root/proc/kallsyms" "$root/boot/System.map-$release" "$root/lib/modules/$release/System.map" \
        "$root/usr/lib/modules/$release/System.map" "$root/lib/modules/$release/build/System.map"; do
        found=$(content "$file" | printable | grep -E 'initcall|__setup_(start|end)$')
        case $found in *' __initcall_'[!s]*)
            printf '%s\n' "$found"
            return
            ;;
        esac
    done
}

systemd_times() { if [ -z "$root" ] && has systemd-analyze; then LC_ALL=C systemd-analyze --no-pager "$@" 2>/dev/null; fi; }

# The device never ends: what is there is read, and then its reader ended.
kmsg() {
    cat "$root/dev/kmsg" 2>/dev/null &
    reader=$!
    sleep 2
    kill "$reader" 2>/dev/null
    wait "$reader" 2>/dev/null || :
}

kernel_log() {
    if [ -n "$root" ]; then
        # What a device there would tell is this machine's.
        if readable "$root/dev/kmsg"; then cat "$root/dev/kmsg"; else content "$root/var/log/dmesg"; fi
        return
    fi
    if has dmesg && dmesg 2>/dev/null; then return; fi
    if [ -r /dev/kmsg ]; then
        kmsg
    elif has journalctl; then
        journalctl --no-pager -b -k -o short-monotonic 2>/dev/null || :
    fi
}

has_word() {
    # shellcheck disable=SC2086 # the command line's words
    for word in $command_line; do
        case $word in "$1" | "$1="*) return 0 ;; esac
    done
    return 1
}

# What is missing on the command line, in one line.
missing_words() {
    has_word initcall_debug || printf 'initcall_debug '
    has_word log_buf_len || printf 'log_buf_len=16M '
    time=$(content "$root/sys/module/printk/parameters/time")
    [ "$time" = Y ] || has_word printk.time || printf 'printk.time=1 '
}

# Where the command line is set, by what is found of the boot loader.
where_to_add() {
    model=$(content "$root/proc/device-tree/model" | printable)
    if file=$(first_of "$root/boot/firmware/cmdline.txt" "$root/boot/cmdline.txt") || [ "${model#Raspberry Pi}" != "$model" ]; then
        say "Raspberry Pi: add them to the one line of ${file:-cmdline.txt on the boot partition}, and boot again"
        return
    fi
    if file=$(first_of "$root/boot/extlinux/extlinux.conf" "$root/extlinux/extlinux.conf" "$root/boot/extlinux.conf" \
        "$root/boot/syslinux/syslinux.cfg"); then
        say "extlinux: add them to the line that begins with APPEND in $file, and boot again"
        return
    fi
    if file=$(first_of "$root/etc/default/grub"); then
        update="update-grub"
        has update-grub || update="grub2-mkconfig -o /boot/grub2/grub.cfg"
        say "GRUB: add them between the quotes of GRUB_CMDLINE_LINUX in $file, run $update, and boot again"
        return
    fi
    if [ -e "$root/etc/fw_env.config" ] || [ -e "$root/proc/device-tree/chosen/u-boot,version" ] || has fw_printenv; then
        say "U-Boot: at its prompt, setenv bootargs \"\${bootargs} $1\"; saveenv; boot (where a script sets bootargs, in that script)"
        return
    fi
    say "the boot loader is not known here. GRUB: GRUB_CMDLINE_LINUX in /etc/default/grub, then update-grub. extlinux: the APPEND line of" \
        "extlinux.conf. U-Boot: setenv bootargs \"\${bootargs} $1\"; saveenv. Raspberry Pi: cmdline.txt on the boot partition"
}

check() {
    if [ -z "$command_line" ] && [ -n "$root" ]; then
        say "nothing below $root tells the kernel's command line: what it lacks is not known"
        return 3
    fi
    words=$(missing_words)
    words=${words% }
    if [ -z "$words" ]; then
        say "the kernel's command line has all it needs"
        return 0
    fi
    say "the kernel's command line lacks: $words"
    where_to_add "$words"
    return 3
}

everything() {
    printf 'bootledger grab 1\n'
    content "$root/proc/version" | section kernel
    content "$root/proc/cmdline" | section cmdline
    content "$root/proc/cpuinfo" | section cpuinfo
    config | section config
    systemd_times time | section "systemd-analyze time"
    systemd_times blame | section "systemd-analyze blame"
    systemd_times critical-chain | section "systemd-analyze critical-chain"
    content "$root/lib/modules/$release/modules.builtin" | section modules.builtin
    symbols | section symbols
    printf '== kernel log ==\n'
    # Last, and as it is: it may hold anything, and nothing ends it.
    kernel_log
    printf '\n'
}

# Of the machine itself; below a root the kernel that its log is of, or the only one that is installed there.
release_of() {
    release=$(content "$root/proc/sys/kernel/osrelease" | printable)
    if [ -z "$release" ] && [ -z "$root" ]; then
        release=$(uname -r)
    elif [ -z "$release" ]; then
        release=$(kernel_log | sed -n 's/.*Linux version \([^ ]*\) .*/\1/p' | printable | head -n 1)
        set -- "$root"/lib/modules/*
        if [ -z "$release" ] && [ $# -eq 1 ] && [ -d "$1" ]; then release=${1##*/}; fi
    fi
}

main() {
    release_of
    command_line=$(content "$root/proc/cmdline" | printable)
    if [ -z "$command_line" ] && [ -n "$root" ]; then
        command_line=$(kernel_log | sed -n 's/.*[Cc]ommand line: //p' | printable | head -n 1)
    fi
    set -f
    case ${1:-} in
    --check)
        check
        exit
        ;;
    -*)
        say "usage: sh grab.sh [--check | FILE]"
        exit 2
        ;;
    "") everything ;;
    *)
        if [ -e "$1" ]; then
            say "$1 is there already: name another file"
            exit 2
        fi
        umask 077
        everything >"$1" || {
            say "$1 cannot be written"
            rm -f "$1"
            exit 3
        }
        [ -n "$(sed -n '/^== kernel log ==$/{n;p;q;}' "$1")" ] || say "the kernel's log cannot be read here: run it as root"
        say "wrote $1; next: bootledger analyze $1"
        ;;
    esac
    check || :
}

# Nothing below reads what the shell reads this from.
main "$@" </dev/null
