package io.bootledger.traces.message;

import static io.bootledger.traces.message.MessageFields.fields;
import static io.bootledger.traces.message.Row.row;
import static io.bootledger.traces.message.Versions.ALL;
import static io.bootledger.traces.message.Versions.UNRELEASED;
import static io.bootledger.traces.message.Versions.between;
import static io.bootledger.traces.message.Versions.since;
import static io.bootledger.traces.message.Versions.until;

import io.bootledger.traces.event.machine.InitProcessFailed;
import io.bootledger.traces.event.machine.InitProcessStarted;
import io.bootledger.traces.event.machine.InitrdUnpackStarted;
import io.bootledger.traces.event.machine.MemoryFreed;
import io.bootledger.traces.event.machine.ReadOnlyDataProtected;
import io.bootledger.traces.event.machine.RootMounted;
import io.bootledger.traces.event.machine.UserspaceReported;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The milestones between the initcalls and user space. */
final class PhaseMessages {
    private static final String INIT_MEMORY = "init memory";

    static final List<Row<?>> ROWS = List.of(
            // mm/page_alloc.c, free_reserved_area. 3.10 to 4.8 print the addresses; stable ones of them do not any
            // more.
            row(MemoryFreed.class, since("3.11"), "Freeing %s: %ldK")
                    .read(in -> in.text(0).equals(INIT_MEMORY) ? null : new MemoryFreed(in.text(0), in.number(1)))
                    .write(event -> event.addresses() == null ? fields(event.what(), event.kib()) : null)
                    .samples(
                            "Freeing unused kernel image (initmem) memory: 2824K",
                            "Freeing unused kernel memory: 1024K",
                            "Freeing unused kernel image (text/rodata gap) memory: 2000K",
                            "Freeing initrd memory: 7424K",
                            "Freeing SMP alternatives memory: 36K")
                    .variants("Freeing unused kernel memory:1024K"),
            row(MemoryFreed.class, between("3.10", "4.9"), "Freeing %s: %ldK (%s)")
                    .read(in -> new MemoryFreed(in.text(0), in.number(1), in.text(2)))
                    .write(event ->
                            event.addresses() == null ? null : fields(event.what(), event.kib(), event.addresses()))
                    .samples("Freeing unused kernel memory: 1204K (ffffffff81d1f000 - ffffffff81e4c000)"),

            // arch/*/mm/init.c, free_initmem; 3.10 has it on x86 still.
            row(MemoryFreed.class, until("3.11"), "Freeing %s: %ldk freed")
                    .read(in -> new MemoryFreed(in.text(0), in.number(1)))
                    .write(event -> event.addresses() == null && !event.what().equals(INIT_MEMORY)
                            ? fields(event.what(), event.kib())
                            : null)
                    .samples(
                            "Freeing unused kernel memory: 392k freed",
                            "Freeing SMP alternatives: 24k freed",
                            "Freeing initrd memory: 7744k freed"),

            // arch/arm/mm/init.c, free_initmem
            row(MemoryFreed.class, until("3.10"), "Freeing init memory: %dK")
                    .read(in -> new MemoryFreed(INIT_MEMORY, in.integer(0)))
                    .write(event -> event.what().equals(INIT_MEMORY) ? fields(event.kib()) : null)
                    .samples("Freeing init memory: 172K"),

            // arch/ia64/mm/init.c
            row(MemoryFreed.class, UNRELEASED, "Freeing %s: %ldkB freed")
                    .read(in -> new MemoryFreed(in.text(0), in.number(1)))
                    .variants("Freeing unused kernel memory: 1024kB freed"),

            // m68k without MMU, avr32, and pasted text
            row(MemoryFreed.class, UNRELEASED, "Freeing %s: %ldk freed (%s)")
                    .read(in -> new MemoryFreed(in.text(0), in.number(1), in.text(2)))
                    .variants("Freeing unused kernel memory: 84k freed (0x11e000 - 0x132000)"),
            row(MemoryFreed.class, UNRELEASED, "Freeing %s: %ldk (%s)")
                    .read(in -> new MemoryFreed(in.text(0), in.number(1), in.text(2)))
                    .variants("Freeing unused kernel memory:124k (80312000-80331000)"),

            // powerpc32 up to 2.6.32
            row(MemoryFreed.class, UNRELEASED, "Freeing unused kernel memory: %ldk init%*")
                    .read(in -> new MemoryFreed("unused kernel memory", in.number(0)))
                    .variants("Freeing unused kernel memory: 188k init 4k chrp 8k prep"),

            // init/initramfs.c, populate_rootfs
            row(InitrdUnpackStarted.class, ALL, "%[Trying to unpack rootfs image as initramfs]")
                    .read(in -> new InitrdUnpackStarted(in.text(0)))
                    .write(event -> fields(event.text()))
                    .samples("Trying to unpack rootfs image as initramfs..."),
            row(InitrdUnpackStarted.class, ALL, "%[Unpacking initramfs...]")
                    .read(in -> new InitrdUnpackStarted(in.text(0)))
                    .write(event -> fields(event.text()))
                    .samples("Unpacking initramfs...", "Unpacking initramfs... done"),
            row(InitrdUnpackStarted.class, ALL, "%[checking if image is initramfs...]")
                    .read(in -> new InitrdUnpackStarted(in.text(0)))
                    .write(event -> fields(event.text()))
                    .samples("checking if image is initramfs... it is"),

            // arch/*/mm/init*.c, mark_rodata_ro
            row(ReadOnlyDataProtected.class, ALL, "%[Write protecting ]")
                    .read(in -> in.text(0).contains(" kernel ") ? new ReadOnlyDataProtected(in.text(0)) : null)
                    .write(event -> fields(event.text()))
                    .samples(
                            "Write protecting the kernel read-only data: 22528k",
                            "Write protecting kernel text and read-only data: 16384k",
                            "Write protecting the kernel text: 5560k"),

            // init/do_mounts.c, mount_root
            row(RootMounted.class, ALL, "%[VFS: Mounted root (]")
                    .read(in -> new RootMounted(in.text(0)))
                    .write(event -> fields(event.text()))
                    .samples("VFS: Mounted root (ext4 filesystem) readonly on device 179:2."),

            // init/main.c, run_init_process
            row(InitProcessStarted.class, since("4.19"), "Run %s as init process")
                    .read(in -> new InitProcessStarted(in.text(0)))
                    .write(event -> fields(event.path()))
                    .samples("Run /sbin/init as init process"),

            // init/main.c, kernel_init. For init= 3.13 to 3.18 add that they attempt defaults; later ones panic.
            row(InitProcessFailed.class, since("3.13"), "Failed to execute %s (error %d)")
                    .read(in -> new InitProcessFailed(in.text(0), in.integer(1)))
                    .write(event -> event.error() == null ? null : fields(event.path(), event.error()))
                    .samples("Failed to execute /init (error -2)"),
            row(InitProcessFailed.class, UNRELEASED, "Failed to execute %s (error %d).  Attempting defaults...")
                    .read(in -> new InitProcessFailed(in.text(0), in.integer(1)))
                    .variants("Failed to execute /usr/lib/systemd/systemd (error -84).  Attempting defaults..."),
            row(InitProcessFailed.class, until("3.13"), "Failed to execute %s.  Attempting defaults...")
                    .read(in -> in.text(0).indexOf(' ') < 0 ? new InitProcessFailed(in.text(0), null) : null)
                    .write(event -> fields(event.path()))
                    .samples("Failed to execute /sbin/preinit.  Attempting defaults..."),
            row(InitProcessFailed.class, UNRELEASED, "Failed to execute %s")
                    .read(in -> in.text(0).indexOf(' ') < 0 ? new InitProcessFailed(in.text(0), null) : null)
                    .variants("Failed to execute /init"),

            // init/main.c, try_to_run_init_process
            row(InitProcessFailed.class, UNRELEASED, "Starting init: %s exists but couldn't execute it (error %d)")
                    .read(in -> new InitProcessFailed(in.text(0), in.integer(1)))
                    .variants("Starting init: /sbin/init exists but couldn't execute it (error -8)"),
            row(InitProcessFailed.class, UNRELEASED, "Default init %s failed (error %d)")
                    .read(in -> new InitProcessFailed(in.text(0), in.integer(1)))
                    .variants("Default init /sbin/finit failed (error -2)"),
            row(InitProcessFailed.class, UNRELEASED, "check access for rdinit=%s failed: %i, ignoring")
                    .read(in -> new InitProcessFailed(in.text(0), in.integer(1)))
                    .variants("check access for rdinit=/init failed: -2, ignoring"),

            // sysvinit: src/init.c, main
            row(UserspaceReported.class, ALL, "%[INIT: version ]")
                    .read(in -> new UserspaceReported(in.text(0)))
                    .write(event -> event.text().startsWith("INIT: ") ? fields(event.text()) : null)
                    .samples("INIT: version 2.86 booting"),

            // systemd, process 1 only: src/core/manager.c, manager_notify_finished
            row(UserspaceReported.class, ALL, "%[systemd[1]: Startup finished in ]")
                    .read(in -> new UserspaceReported(in.text(0)))
                    .write(event -> fields(event.text()))
                    .samples("systemd[1]: Startup finished in 4.446s (kernel) + 9.100s (userspace) = 13.546s."),

            // systemd: src/core/main.c
            row(UserspaceReported.class, ALL, "%[systemd[1]: systemd ]")
                    .read(in -> userspace(in.text(0)))
                    .write(event -> fields(event.text()))
                    .samples("systemd[1]: systemd 252.38-1~deb12u1 running in system mode (+PAM +AUDIT -SELINUX)"));

    private static @Nullable UserspaceReported userspace(String text) {
        return text.contains(" running in ") ? new UserspaceReported(text) : null;
    }

    private PhaseMessages() {}
}
