package io.bootledger.analyzer.waits;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a log shows of work beside the boot thread.
 *
 * @param unpacking the line with which the initramfs begins to be unpacked; null without one
 * @param initrdFreed the line that frees the memory of its archive, which is printed when it is unpacked and freed; null without one
 * @param lastSaidUs stamp of the last ordinary line before that which no known worker says; null without one
 * @param cpus how many CPUs run; null where the log does not say
 * @param firstCertificate from the line that announces the kernel's certificates to the first that is loaded; null without
 * @param asyncWaits what the boot thread says that it waited in {@code async_synchronize_cookie_domain}
 */
public record Background(
        @Nullable Seen unpacking,
        @Nullable Seen initrdFreed,
        @Nullable Long lastSaidUs,
        @Nullable Integer cpus,
        @Nullable Stretch firstCertificate,
        List<Stretch> asyncWaits) {
    /** A log that shows nothing. */
    public static final Background NOTHING = new Background(null, null, null, null, null, List.of());

    public Background {
        asyncWaits = List.copyOf(asyncWaits);
    }

    /** A line, and its stamp. */
    public record Seen(long us, long line) {}

    /** From one line's stamp to another line. */
    public record Stretch(long fromUs, Seen to) {
        public long us() {
            return Math.max(0, to.us() - fromUs);
        }
    }

    /** Whether only one CPU runs, so that whatever works in the background takes its time from the boot thread. */
    boolean onOneCpu() {
        return cpus != null && cpus == 1;
    }
}
