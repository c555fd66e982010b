package io.bootledger.traces.stage;

import static io.bootledger.traces.stage.StageRow.loader;
import static io.bootledger.traces.stage.StageRow.row;

import io.bootledger.traces.event.machine.StageReported.Kind;
import java.util.List;

/** Who speaks before the kernel. */
final class LoaderRows {
    static final List<StageRow> ROWS = List.of(
            // U-Boot: common/spl/spl.c, preloader_console_init; cmd/version.c, version_string; common/autoboot.c
            loader("U-Boot SPL", "U-Boot SPL #*(*##:##:##*)*")
                    .samples("U-Boot SPL 2017.09-rc2 (Aug 15 2017 - 16:05:06)"),
            loader("U-Boot TPL", "U-Boot TPL #*(*##:##:##*)*").samples("U-Boot TPL 2021.07 (Aug 03 2021 - 10:12:42)"),
            loader("U-Boot VPL", "U-Boot VPL #*(*##:##:##*)*")
                    .samples("U-Boot VPL 2023.04 (May 02 2023 - 08:01:12 +0000)"),
            loader("U-Boot", "U-Boot #*(*##:##:##*)*", "Hit any key to stop autoboot:*", "Hit Ctrl+C to stop autoboot*")
                    .samples(
                            "U-Boot 2017.09-rc2 (Aug 15 2017 - 16:05:06 +0000) Allwinner Technology",
                            "U-Boot 1.1.3 (May  8 2019 - 07:40:27)",
                            "Hit any key to stop autoboot:  0"),
            // a board's own first words, in Rockchip's U-Boot 2014.10, which come before its name
            loader("U-Boot", "rk serial").samples("rk serial"),

            // common/bl_common.c, print_entry_point_info, before it is jumped to
            row("TF-A", Kind.END, "INFO:    SPSR = 0x*", "INFO:    BL3-1: Next image spsr = 0x*")
                    .samples("INFO:    SPSR = 0x3c9", "INFO:    BL3-1: Next image spsr = 0x3c5"),
            // TF-A: bl1/bl1_main.c, bl2/bl2_main.c, bl31/bl31_main.c, bl32/sp_min/sp_min_main.c
            loader(
                            "TF-A BL1",
                            "NOTICE:  BL1: *",
                            "INFO:    BL1: *",
                            "NOTICE:  BL1-FWU: *",
                            "NOTICE:  Booting ?rusted ?irmware*")
                    .samples("NOTICE:  BL1: v1.4(release):v1.4-360-ge83769c07", "NOTICE:  Booting Trusted Firmware"),
            loader("TF-A BL2", "NOTICE:  BL2: *", "INFO:    BL2: *").samples("NOTICE:  BL2: v2.8(release):v2.8-dirty"),
            loader("TF-A BL31", "NOTICE:  BL31: *", "INFO:    BL31: *", "NOTICE:  BL3-1: *", "INFO:    BL3-1: *")
                    .samples("NOTICE:  BL31: v2.1(debug):v2.1-806-g3addeb68c", "NOTICE:  BL3-1: v1.1(debug):d209b14"),
            loader("TF-A BL31", "INFO:    Bl31 Release Time: *", "NOTICE:  MT#* bl31_setup*")
                    .samples("INFO:    Bl31 Release Time: 2015-10-29, version: 1.7", "NOTICE:  MT8183 bl31_setup"),
            loader("TF-A BL32", "NOTICE:  SP_MIN: *", "INFO:    SP_MIN: *")
                    .samples("NOTICE:  SP_MIN: v2.8(release):v2.8"),
            // OP-TEE: core/arch/arm/kernel/boot.c; each line names the core, TC
            row("OP-TEE", Kind.END, "?/TC:* Primary CPU switching to normal world boot*")
                    .samples("I/TC: Primary CPU switching to normal world boot"),
            loader("OP-TEE", "I/TC: *", "M/TC: *", "D/TC:0 *", "INFO:    TEE-CORE: *", "DEBUG:   TEE-CORE:*")
                    .samples(
                            "I/TC: OP-TEE version: 3.16.0 (gcc version 11.2.0 (GCC)) #1 Fri Jan 28 19:05:48 UTC 2022 aarch64"),

            // lib/sbi/sbi_init.c, sbi_boot_print_banner
            loader("OpenSBI", "OpenSBI v#*").samples("OpenSBI v1.2"),

            // coreboot: src/lib/bootblock.c and its like, init_timer and console_init
            loader("coreboot bootblock", "coreboot-* bootblock starting*")
                    .samples("coreboot-4.19 Wed Jan 25 10:12:00 UTC 2023 x86_32 bootblock starting (log level: 7)..."),
            loader("coreboot verstage", "coreboot-* verstage starting*")
                    .samples(
                            "coreboot-v1.9308_26_0.0.22-15031-g42970b8c8b Tue Mar 29 17:32:50 UTC 2022 verstage starting (log level: 8)..."),
            loader("coreboot romstage", "coreboot-* romstage starting*")
                    .samples("coreboot-4.11 Tue Nov 19 01:02:03 UTC 2019 romstage starting (log level: 7)..."),
            loader("coreboot postcar", "coreboot-* postcar starting*")
                    .samples("coreboot-4.11 Tue Nov 19 01:02:03 UTC 2019 postcar starting (log level: 7)..."),
            loader("coreboot ramstage", "coreboot-* ramstage starting*", "coreboot-* booting...*")
                    .samples("coreboot-4.11 Tue Nov 19 01:02:03 UTC 2019 ramstage starting (log level: 7)..."),
            loader("depthcharge", "Starting depthcharge on *").samples("Starting depthcharge on Kaisa..."),

            // PCs
            loader("SeaBIOS", "SeaBIOS (version *").samples("SeaBIOS (version 1.16.2-debian-1.16.2-1)"),
            loader("OVMF", "SecCoreStartupWithStack(0x*").samples("SecCoreStartupWithStack(0xFFFCC000, 0x820000)"),
            loader("UEFI firmware", "UEFI firmware (version *", "BdsDxe: *", "UEFI Start *[*]*")
                    .samples(
                            "UEFI firmware (version  built at 10:14:16 on Jan 11 2019)",
                            "BdsDxe: loading Boot0001 \"UEFI QEMU DVD-ROM QM00003 \" from PciRoot(0x0)"),
            loader(
                            "iPXE",
                            "iPXE initialising devices*",
                            "iPXE #*-- Open Source Network Boot Firmware*",
                            "gPXE #*-- Open Source Boot Firmware*")
                    .samples(
                            "iPXE initialising devices...ok",
                            "iPXE 1.0.0+ (9720f) -- Open Source Network Boot Firmware -- http://ipxe.org"),
            loader(
                            "GRUB",
                            "GNU GRUB  version #*",
                            "Welcome to GRUB!*",
                            "GRUB loading*",
                            "Loading Linux #*...",
                            "Loading initial ramdisk ...")
                    .samples(
                            "GNU GRUB  version 2.06",
                            "GRUB loading.",
                            "Welcome to GRUB!",
                            "Loading Linux 5.10.0-8-amd64 ..."),
            loader("SYSLINUX", "SYSLINUX #*")
                    .samples("SYSLINUX 4.07 EDD 2013-07-25 Copyright (C) 1994-2013 H. Peter Anvin et al"),
            loader("ISOLINUX", "ISOLINUX #*")
                    .samples("ISOLINUX 6.04 20191223 ETCD Copyright (C) 1994-2015 H. Peter Anvin et al"),
            loader("PXELINUX", "PXELINUX #*")
                    .samples("PXELINUX 6.04 PXE 20190206 Copyright (C) 1994-2015 H. Peter Anvin et al"),
            loader("EXTLINUX", "EXTLINUX #*")
                    .samples("EXTLINUX 4.05 20140113 Copyright (C) 1994-2011 H. Peter Anvin et al"),
            loader("systemd-boot", "systemd-boot #*").samples("systemd-boot 252.12-1~deb12u1"),
            // drivers/firmware/efi/libstub
            loader("EFI stub", "EFI stub: *").samples("EFI stub: Booting Linux Kernel..."),
            loader("Xen", "(XEN) Xen version *", "(XEN) [*] Xen version *")
                    .samples(
                            "(XEN) Xen version 4.14.3 (Debian 4.14.3-1) (pkg-xen@lists.alioth.debian.org) (gcc 10.2.1) debug=n",
                            "(XEN) [    0.000000] Xen version 4.17.5 (Debian 4.17.5-1) (gcc) debug=n",
                            "(XEN) [2026-01-05 10:00:00.123] Xen version 4.17.5 (Debian 4.17.5-1) (gcc) debug=n"),
            loader("kexec purgatory", "I'm in purgatory").samples("I'm in purgatory"),

            // the kernel before printk runs: arch/x86/boot, arch/arm/boot/compressed, arch/powerpc/kernel/prom_init.c,
            // vendors' MIPS
            row(
                            "kernel",
                            Kind.KERNEL,
                            "LINUX started...*",
                            "Uncompressing Linux...*",
                            "Decompressing Linux...*",
                            "early console in *")
                    .samples(
                            "LINUX started...",
                            "Uncompressing Linux... done, booting the kernel.",
                            "early console in setup code"),
            row(
                            "kernel",
                            Kind.KERNEL,
                            "OF stdout device is: *",
                            "Preparing to boot Linux version *",
                            "zImage starting: loaded at *")
                    .samples(
                            "OF stdout device is: /vdevice/vty@71000000",
                            "Preparing to boot Linux version 5.4.0 (user@host) #1 SMP"));

    private LoaderRows() {}
}
