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
 * @param address from the line that asks the network for an address to the one that has it; null without
 * @param rootAwaited from the line that says that the root device is not there yet until it is mounted; null without
 * @param rootDelay from the line that says for how long {@code rootdelay=} sleeps until that is over; null without
 */
public record Background(
        @Nullable Seen unpacking,
        @Nullable Seen initrdFreed,
        @Nullable Long lastSaidUs,
        @Nullable Integer cpus,
        @Nullable Stretch firstCertificate,
        List<Stretch> asyncWaits,
        @Nullable Stretch address,
        @Nullable Stretch rootAwaited,
        @Nullable Stretch rootDelay) {
    /** A log that shows nothing. */
    public static final Background NOTHING = new Background(null, null, null, null, null, List.of(), null, null, null);

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
    public boolean onOneCpu() {
        return cpus != null && cpus == 1;
    }

    /** The same of unknown ones, where the worse is feared. */
    public boolean mayShareOneCpu() {
        return cpus == null || onOneCpu();
    }
}
