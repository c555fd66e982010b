#!/bin/sh
# prepare.sh DIR [--without-kernel|--with-ovmf]: what booting kernels in QEMU takes, from Debian's or Ubuntu's packages, unpacked in DIR and not
# installed: QEMU, Debian's kernel for clouds, and an initramfs of a static busybox; UEFI firmware, if asked for. It tells what it
# cannot have in one sentence, and ends with 3.
set -eu
place=${1:?usage: prepare.sh DIR [--without-kernel|--with-ovmf]}
with=${2:-}

fail() {
    printf 'prepare.sh: %s\n' "$*" >&2
    exit 3
}

[ "$(uname -m)" = x86_64 ] || fail "this prepares QEMU for x86_64 only"
for program in apt-get apt-cache dpkg-deb; do
    command -v "$program" >/dev/null || fail "there is no $program here: this takes Debian's packages"
done
mkdir -p "$place/debs"
place=$(cd "$place" && pwd)

# What the package manager would install for these, less what is there. Without lists, as in a fresh container, it knows none of them.
missing() {
    LC_ALL=C apt-get install -s --no-install-recommends "$@" >"$place/plan" 2>/dev/null || return
    sed -n 's/^Inst \([^ ]*\) .*/\1/p' "$place/plan"
    rm "$place/plan"
}

# The sandbox's user need not be able to write here.
download() { (cd "$place/debs" && apt-get -qq -o APT::Sandbox::User=root download "$@" 2>/dev/null); }

update() {
    if [ "$(id -u)" = 0 ]; then apt-get -qq update >/dev/null 2>&1; else sudo -n apt-get -qq update >/dev/null 2>&1; fi
}

# What the lists name may be gone by now: then newer lists are fetched, if that is allowed.
fetch() {
    download "$@" || { update && download "$@"; } ||
        fail "apt-get cannot download $*: is there a network, and has apt-get update been run?"
    for deb in "$place"/debs/*.deb; do
        dpkg-deb -x "$deb" "$place/$into"
        rm "$deb"
    done
}

# A QEMU without one of its libraries would only fail when it is to boot.
starts() {
    LD_LIBRARY_PATH=$(find "$place/root" -name '*.so*' -exec dirname {} + | sort -u | tr '\n' ':') \
        "$place/root/usr/bin/qemu-system-x86_64" --version >/dev/null 2>&1
}

if [ ! -e "$place/qemu.whole" ]; then
    into=root
    packages=$(missing qemu-system-x86 seabios) || { update && packages=$(missing qemu-system-x86 seabios); } ||
        fail "no package qemu-system-x86 is known: run apt-get update first"
    # shellcheck disable=SC2086 # one word for each package
    fetch qemu-system-x86 seabios qemu-system-common qemu-system-data $packages
    starts || fail "the QEMU in $place/root does not start: delete $place, run apt-get update, and try again"
    : >"$place/qemu.whole"
fi
if [ "$with" != --without-kernel ] && [ ! -e "$place/vmlinuz" ]; then
    into=kernel
    kernel=$(LC_ALL=C apt-cache depends linux-image-cloud-amd64 2>/dev/null | sed -n 's/^ *Depends: *\(linux-image-[0-9][^ ]*\)$/\1/p' | head -n 1)
    [ -n "$kernel" ] || fail "no package linux-image-cloud-amd64 is known: run apt-get update first"
    fetch "$kernel"
    ln -f "$place"/kernel/boot/vmlinuz-* "$place/vmlinuz"
fi
if [ "$with" = --with-ovmf ] && [ ! -e "$place/root/usr/share/ovmf/OVMF.fd" ]; then
    into=root
    fetch ovmf
fi
if [ ! -x "$place/root/bin/busybox" ]; then
    into=root
    fetch busybox-static
fi

# The smallest user space: it says that it is there, and ends the machine.
initramfs() {
    rm -rf "$place/tree"
    mkdir -p "$place/tree/bin" "$place/tree/proc"
    cp "$place/root/bin/busybox" "$place/tree/bin/busybox"
    cat >"$place/tree/init" <<'INIT'
#!/bin/busybox sh
/bin/busybox echo "init: up"
/bin/busybox poweroff -f
INIT
    chmod +x "$place/tree/init"
    (cd "$place/tree" && find . | "$place/root/bin/busybox" cpio -o -H newc 2>/dev/null | gzip -n -9 >"$place/initramfs.new")
    mv "$place/initramfs.new" "$place/initramfs.cpio.gz"
    rm -r "$place/tree"
}
[ -e "$place/initramfs.cpio.gz" ] || initramfs
printf '%s\n' "$place"
