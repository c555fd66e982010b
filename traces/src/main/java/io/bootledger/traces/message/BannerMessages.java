package io.bootledger.traces.message;

import static io.bootledger.traces.message.MessageFields.fields;
import static io.bootledger.traces.message.Row.row;
import static io.bootledger.traces.message.Versions.ALL;
import static io.bootledger.traces.message.Versions.UNRELEASED;
import static io.bootledger.traces.message.Versions.since;
import static io.bootledger.traces.message.Versions.until;

import io.bootledger.traces.event.KernelVersion;
import io.bootledger.traces.event.machine.CommandLineGiven;
import io.bootledger.traces.event.machine.CpusBroughtUp;
import io.bootledger.traces.event.machine.KernelStarted;
import io.bootledger.traces.event.machine.MachineIdentified;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a kernel introduces itself and its machine. */
final class BannerMessages {
    static final List<Row<?>> ROWS = List.of(
            // init/version.c, linux_banner
            row(KernelStarted.class, ALL, "Linux version %s %s")
                    .read(in -> started(in.text(0), in.text(1)))
                    .write(event -> event.banner().isEmpty() ? null : fields(event.release(), event.banner()))
                    .samples(
                            "Linux version 6.1.0-50-cloud-amd64 (debian-kernel@lists.debian.org) (gcc-12 (Debian 12.2.0-14) 12.2.0) #1 SMP",
                            "Linux version 2.6.25-mm1 (akpm@y) (gcc version 4.1.2) #15 SMP Wed Apr 16 2008"),
            row(KernelStarted.class, ALL, "Linux version %s")
                    .read(in -> in.text(0).indexOf(' ') < 0 ? started(in.text(0), "") : null)
                    .write(event -> fields(event.release()))
                    .samples("Linux version 6.13.0-rc2-next-20241213"),

            // init/main.c, print_kernel_cmdline; 6.19 and later break long lines.
            row(CommandLineGiven.class, since("6.19"), "Kernel command line: %s \\")
                    .read(in -> new CommandLineGiven(in.text(0), true, true))
                    .write(event -> event.kernel() && event.continued() ? fields(event.commandLine()) : null)
                    .samples("Kernel command line: initcall_debug console=ttyS0 \\"),

            // init/main.c, start_kernel
            row(CommandLineGiven.class, ALL, "Kernel command line: %.*s")
                    .read(in -> in.text(0).endsWith(" \\") ? null : new CommandLineGiven(in.text(0), true))
                    .write(event -> event.kernel() ? fields(event.commandLine()) : null)
                    .samples("Kernel command line: initcall_debug console=ttyS0"),

            // arch/x86/kernel/setup.c, setup_arch
            row(CommandLineGiven.class, ALL, "Command line: %.*s")
                    .read(in -> new CommandLineGiven(in.text(0), false))
                    .write(event -> event.kernel() ? null : fields(event.commandLine()))
                    .samples("Command line: BOOT_IMAGE=/vmlinuz ro"),

            // drivers/firmware/dmi_scan.c, dmi_scan_machine: system, board, BIOS
            row(MachineIdentified.class, since("2.6.37"), "DMI: %s")
                    .read(in -> saysWhatMachine(in.text(0)) ? new MachineIdentified(in.text(0)) : null)
                    .write(event -> event.machine().contains(", BIOS ") ? fields(event.machine()) : null)
                    .samples("DMI: QEMU Standard PC (Q35 + ICH9, 2009), BIOS 1.16.2-debian-1.16.2-1 04/01/2014"),

            // arch/arm64/kernel/setup.c, setup_machine_fdt
            row(MachineIdentified.class, since("3.19"), "Machine model: %s")
                    .read(in -> new MachineIdentified(in.text(0)))
                    .write(event -> fields(event.machine()))
                    .samples("Machine model: linux,dummy-virt"),

            // arch/arm/kernel/setup.c, setup_arch up to 3.10
            row(MachineIdentified.class, until("3.19"), "Machine: %s")
                    .read(in -> new MachineIdentified(in.text(0)))
                    .write(event -> fields(event.machine()))
                    .samples("Machine: Atmel AT91SAM9G20, model: Calao USB A9G20"),

            // drivers/of/fdt.c, of_flat_dt_match_machine
            row(MachineIdentified.class, UNRELEASED, "OF: fdt: Machine model: %s")
                    .read(in -> new MachineIdentified(in.text(0)))
                    .variants("OF: fdt: Machine model: TI AM335x BeagleBone Black"),

            // kernel/smp.c, smp_init
            row(CpusBroughtUp.class, since("4.12"), "smp: Brought up %d node%.*s, %d CPU%.*s")
                    .read(in -> new CpusBroughtUp(in.integer(0), in.integer(2)))
                    .write(event -> fields(event.nodes(), plural(event.nodes()), event.cpus(), plural(event.cpus())))
                    .samples(
                            "smp: Brought up 1 node, 2 CPUs",
                            "smp: Brought up 2 nodes, 64 CPUs",
                            "smp: Brought up 1 node, 1 CPU"),
            row(CpusBroughtUp.class, until("4.12"), "Brought up %d CPUs")
                    .read(in -> new CpusBroughtUp(0, in.integer(0)))
                    .write(event -> fields(event.cpus()))
                    .samples("Brought up 2 CPUs"),

            // arch/x86/kernel/smpboot.c, announce_cpu, before smp_init said it for all
            row(CpusBroughtUp.class, UNRELEASED, "x86: Booted up %d node%.*s, %d CPU%.*s")
                    .read(in -> new CpusBroughtUp(in.integer(0), in.integer(2)))
                    .variants("x86: Booted up 1 node, 4 CPUs"));

    private static @Nullable KernelStarted started(String release, String banner) {
        return KernelVersion.of(release) == null ? null : new KernelStarted(release, banner);
    }

    private static String plural(int count) {
        return count == 1 ? "" : "s";
    }

    /** Other lines of the same origin count memory slots or, seen in 7.2, name the version of the tables. */
    private static boolean saysWhatMachine(String text) {
        return !text.startsWith("Memory slots") && !text.startsWith("SMBIOS ");
    }

    private BannerMessages() {}
}
