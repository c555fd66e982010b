package io.bootledger.traces.event.machine;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.LogText;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody other than the running kernel says who it is: {@code U-Boot SPL 2017.09-rc2 (Aug 15 2017 - 16:05:06)},
 * {@code systemd[1]: Detected architecture arm64.}, {@code pine64 login:}. Of lines in a row that tell the same stage the first.
 *
 * @param stage as people call it: {@code U-Boot}, {@code TF-A BL31}, {@code systemd}, {@code login prompt}
 * @param text the line, without its frame
 * @param notBeforeUs microseconds of the last record before it that the kernel stamped, where the line has no stamp: it was
 *     printed no earlier; null where it has one, or the kernel did not run
 * @param hostUs the line's stamp by the host that captured it, whatever that counts from; null where it has none
 */
public record StageReported(
        String stage,
        Kind kind,
        LogText text,
        @Nullable Long notBeforeUs,
        @Nullable Long hostUs) implements BootEvent, BesideKernel {
    /** The same line with such a stamp. */
    public StageReported stampedByHost(@Nullable Long us) {
        return new StageReported(stage, kind, text, notBeforeUs, us);
    }

    /** What the line tells of its stage. */
    public enum Kind {
        /** It runs, before the kernel. */
        LOADER,
        /** It is the kernel's own code, before the first record. */
        KERNEL,
        /** It runs, after the kernel handed over. */
        USERSPACE,
        /** Somebody is asked for a name or a command. */
        LOGIN,
        /** It is over with this line. */
        END;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
