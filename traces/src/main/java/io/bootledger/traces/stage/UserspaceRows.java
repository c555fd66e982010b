package io.bootledger.traces.stage;

import static io.bootledger.traces.stage.StageRow.row;

import io.bootledger.traces.event.machine.StageReported.Kind;
import java.util.List;

/** Who speaks once the kernel handed over. */
final class UserspaceRows {
    /** Of lines that look like another row's. */
    static final String NOBODY = "";

    private static final String INITRAMFS = "initramfs";

    static final List<StageRow> ROWS = List.of(
            row(NOBODY, Kind.LOGIN, "Last login:*", "Welcome to GRUB!*")
                    .samples("Last login: Mon Jan  6 10:00:00 UTC 2020 on ttyS0"),
            // initramfs-tools: init and scripts/functions; mkinitcpio; Alpine; dracut; systemd, src/core/main.c
            row(INITRAMFS, Kind.END, "systemd[1]: Switching root.", "Starting Switch Root...", "dracut: Switching root")
                    .samples("systemd[1]: Switching root.", "dracut: Switching root"),
            row(INITRAMFS, Kind.USERSPACE, "Loading, please*", "Begin: *")
                    .samples("Loading, please wait...", "Begin: Running /scripts/init-bottom ... done."),
            row(
                            INITRAMFS,
                            Kind.USERSPACE,
                            "Starting version #*",
                            "starting version #*",
                            "Starting systemd-udevd version #*")
                    .samples("Starting version 247.3-7+deb11u4", "Starting systemd-udevd version 252.33-1~deb12u1"),
            row(INITRAMFS, Kind.USERSPACE, ":: running *hook *", "Alpine Init #*")
                    .samples(":: running early hook [udev]", "Alpine Init 3.8.1-r0"),
            row(
                            INITRAMFS,
                            Kind.USERSPACE,
                            "dracut: *",
                            "dracut-*[#*]: *",
                            "dracut Warning: *",
                            "Welcome to *(Initramfs)*!")
                    .samples(
                            "dracut: dracut-055-10.fc36",
                            "dracut-cmdline[211]: Using kernel command line parameters: ro",
                            "Welcome to Fedora Linux 36 dracut-056-1.fc36 (Initramfs)!"),
            row(INITRAMFS, Kind.USERSPACE, "systemd[1]: Running in init*")
                    .samples("systemd[1]: Running in initial RAM disk.", "systemd[1]: Running in initrd."),

            // systemd: src/core/main.c and job.c; the colours may be cut to pieces
            row("systemd", Kind.USERSPACE, "systemd[1]: *", "Welcome to *!", "[*  OK  *] *")
                    .samples(
                            "systemd[1]: Detected architecture riscv64.",
                            "Welcome to Debian GNU/Linux 12 (bookworm)!",
                            "[  OK  ] Reached target Paths."),

            // init/init.c of OpenRC, src/init.c of sysvinit, init/init.c of BusyBox; Buildroot's scripts below the last
            row("OpenRC", Kind.USERSPACE, "OpenRC #* is starting up *", "OpenRC init version #* starting")
                    .samples("OpenRC 0.42.1 is starting up Linux 4.19.80 (x86_64)"),
            row("sysvinit", Kind.USERSPACE, "INIT: version #*", "INIT: Entering runlevel: *")
                    .samples("INIT: version 2.88 booting"),
            row("BusyBox init", Kind.USERSPACE, "- init -", "init started: BusyBox v#*")
                    .samples("init started: BusyBox v1.19.4 (2019-05-08 07:36:51 UTC)", "- init -"),
            row(
                            "BusyBox init",
                            Kind.USERSPACE,
                            "Starting syslogd: OK",
                            "Starting klogd: OK",
                            "Running sysctl: OK",
                            "Starting mdev*OK",
                            "Saving random seed: *",
                            "Seeding * bits *crediting",
                            "Initializing random number generator*")
                    .samples(
                            "Starting syslogd: OK",
                            "Seeding 256 bits without crediting",
                            "Initializing random number generator: OK"),
            row("runit", Kind.USERSPACE, "- runit: enter stage: /etc/runit/*")
                    .samples("- runit: enter stage: /etc/runit/1"),
            row("s6", Kind.USERSPACE, "s6-rc: info: *").samples("s6-rc: info: service s6rc-oneshot-runner: starting"),

            // OpenWrt: procd's init and initd/preinit.c, state.c
            row(
                            "OpenWrt preinit",
                            Kind.USERSPACE,
                            "- preinit -",
                            "init: Console is alive",
                            "init: - watchdog -",
                            "init: - preinit -",
                            "Press the [f] key and hit [enter] to enter failsafe mode*")
                    .samples(
                            "init: Console is alive",
                            "init: - preinit -",
                            "Press the [f] key and hit [enter] to enter failsafe mode"),
            row("procd", Kind.USERSPACE, "procd: - *").samples("procd: - early -", "procd: - init -"),

            // Android: system/core/init
            row(
                            "Android init",
                            Kind.USERSPACE,
                            "init: init *stage started!",
                            "init: starting service*",
                            "init: Starting service*",
                            "init: processing action *",
                            "init: cannot find '/system/*",
                            "init: invalid gid *")
                    .samples(
                            "init: init first stage started!",
                            "init: invalid gid 'trace'",
                            "init: starting service 'ueventd'..."),

            // agetty and its like; a shell's prompt
            row("login prompt", Kind.LOGIN, "% login:*", "login:*")
                    .samples("pine64-unknown login:", "debian-bookworm-amd64 login: root (automatic login)"),
            row("console prompt", Kind.LOGIN, "Please press Enter to activate this console.")
                    .samples("Please press Enter to activate this console."),
            row(
                            "shell prompt",
                            Kind.LOGIN,
                            "/ \\#",
                            "/ \\# *",
                            "~ \\#",
                            "~ \\# *",
                            "root@%:%\\#",
                            "root@%:%\\# *",
                            "(initramfs)",
                            "sh-#.#\\#",
                            "bash-#.#\\#",
                            "%:/ $*",
                            "%:/ \\#*")
                    .samples("/ #", "~ # ls", "root@juno:~#", "(initramfs)", "bash-5.1#", "console:/ $"),
            row("getty", Kind.END, "% *#* % tty%#", "% *#* % /dev/tty%#", "% *#* % hvc#")
                    .samples(
                            "Linux-Kernel-Functional-Testing 2.5+linaro juno ttyAMA0",
                            "Debian GNU/Linux 9 pine64-unknown ttyS0"));

    private UserspaceRows() {}
}
