#!/bin/sh
# qemu.sh KERNEL INITRAMFS [WORD...]: boots a kernel in QEMU and prints its console; each WORD is added to its command line. QEMU is the
# machine's own, or the one that prepare.sh put into QEMU_ROOT. A panic ends it. Without QEMU_ACCEL=kvm QEMU translates, which works
# everywhere: in a virtual machine KVM may be there and fail. QEMU_OPTIONS are more words for QEMU. With QEMU_FIRMWARE, a file such as
# OVMF.fd of Debian's package ovmf, and QEMU_ESP, a folder, UEFI firmware starts the kernel out of that folder, into which it is copied.
set -eu
kernel=${1:?usage: qemu.sh KERNEL INITRAMFS [WORD...]}
initramfs=${2:?usage: qemu.sh KERNEL INITRAMFS [WORD...]}
shift 2
words=$*

root=${QEMU_ROOT:-}
qemu=${root:+$root/usr/bin/}qemu-system-x86_64
if [ -n "$root" ]; then
    LD_LIBRARY_PATH=$(find "$root" -name '*.so*' -exec dirname {} + | sort -u | tr '\n' ':')
    export LD_LIBRARY_PATH
    set -- -L "$root/usr/share/qemu" -L "$root/usr/share/seabios"
else
    set --
fi

words="console=ttyS0 ignore_loglevel initcall_debug log_buf_len=16M printk.time=1 panic=-1 $words"
if [ -n "${QEMU_FIRMWARE:-}" ]; then
    esp=${QEMU_ESP:?QEMU_FIRMWARE needs QEMU_ESP, a folder for the kernel}
    mkdir -p "$esp"
    cp "$kernel" "$esp/vmlinuz.efi"
    cp "$initramfs" "$esp/initrd.img"
    printf 'fs0:\r\nvmlinuz.efi %s initrd=\\initrd.img\r\n' "$words" >"$esp/startup.nsh"
    set -- "$@" -bios "$QEMU_FIRMWARE" -drive "format=raw,file=fat:rw:$esp"
else
    set -- "$@" -kernel "$kernel" -initrd "$initramfs" -append "$words"
fi
# shellcheck disable=SC2086 # options are words
exec "$qemu" ${QEMU_OPTIONS:-} -accel "${QEMU_ACCEL:-tcg}" -M q35 -m 512 -display none -monitor none -nodefaults -no-reboot \
    -serial stdio "$@"
