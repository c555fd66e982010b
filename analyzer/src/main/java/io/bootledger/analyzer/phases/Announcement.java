package io.bootledger.analyzer.phases;

import io.bootledger.traces.event.LogText;
import org.jspecify.annotations.Nullable;

/** Lines with which the kernel says what the boot thread is about to do, or has just done, between initcalls. */
public enum Announcement {
    /** {@code kernel/smp.c}, {@code smp_init}; 5.10 to 7.2 looked up. */
    OTHER_CPUS("smp: Bringing up secondary CPUs"),
    /** {@code drivers/base/devtmpfs.c}, {@code devtmpfs_init}, which {@code do_basic_setup} has called by {@code driver_init}. */
    DEVTMPFS("devtmpfs: initialized"),
    /** {@code init/do_mounts.c}, {@code wait_for_root}; {@code prepare_namespace} up to 6.5. */
    ROOT_AWAITED("Waiting for root device ");

    private static final Announcement[] ALL = values();

    private final LogText beginning;

    Announcement(String beginning) {
        this.beginning = LogText.of(beginning);
    }

    /** What a message announces; null for nothing. */
    public static @Nullable Announcement of(LogText message) {
        for (Announcement each : ALL) {
            if (message.startsWith(each.beginning)) {
                return each;
            }
        }
        return null;
    }
}
