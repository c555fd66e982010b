package io.bootledger.analyzer.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A moment of the boot that splits the time around it.
 *
 * @param name for people: {@code console ttyS0}
 * @param line where it stands; the order of lines is the order of moments, whatever their stamps say
 */
public record LedgerMark(Kind kind, @Nullable String name, long line, long timeUs) {
    /** The name of the milestone at which {@code smp_init} is done ({@code kernel/smp.c}). */
    static final String ALL_CPUS = "all CPUs";

    /** The name of the milestone at which the command line is known. */
    static final String COMMAND_LINE = "the command line";

    /** How the name of the milestone begins at which a console is registered ({@code kernel/printk/printk.c}). */
    static final String CONSOLE = "console ";

    /** Whether a console is registered: what was logged before is printed on it then. */
    public boolean isConsole() {
        return kind == Kind.MILESTONE && name != null && name.startsWith(CONSOLE);
    }

    /** What the moment is. */
    public enum Kind {
        FIRST_RECORD,
        MILESTONE,
        MESSAGES_LOST,
        /** The boot thread begins to start the other CPUs. */
        CPUS_AWAITED,
        DEVTMPFS_READY,
        INITRD_FREED,
        ROOT_AWAITED,
        ROOT_MOUNTED,
        ASYNC_WAIT_STARTED,
        ASYNC_WAIT_FINISHED,
        INIT_MEMORY_FREED,
        WRITE_PROTECTED,
        IMAGE_GAP_FREED,
        INIT_STARTED,
        PANIC,
        LAST_RECORD
    }
}
