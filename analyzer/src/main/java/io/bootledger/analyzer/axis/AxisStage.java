package io.bootledger.analyzer.axis;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who ran from one line of the log to another.
 *
 * @param name as people call it: {@code U-Boot SPL}, {@code kernel}, {@code initramfs}, {@code systemd}, {@code login prompt}
 * @param fromUs microseconds of boot time, below 0 before the kernel's clock starts; null where no clock tells
 * @param untilUs where the next stage begins, the kernel's where it hands over, the last one's where it says that it is done; null
 *     where no clock tells
 * @param notBeforeUs where {@code fromUs} is null, the kernel's last stamp before the stage's first line; null where there is none
 * @param firstLine of the log, from 1
 * @param lastLine of the log
 * @param clock whose time it is; the loader's own where no other tells
 * @param loader what the loader's own stamps tell; null where it has none
 * @param uncertaintyUs by how much its times may be off, where the host's clock tells one of them; null elsewhere
 * @param evidence the line that tells the stage, without its frame; null where only the hand-over tells that something runs
 * @param evidenceLine its number; null with {@code evidence}
 */
public record AxisStage(
        String name,
        Kind kind,
        @Nullable Long fromUs,
        @Nullable Long untilUs,
        @Nullable Long notBeforeUs,
        long firstLine,
        long lastLine,
        Clock clock,
        @Nullable LoaderTime loader,
        @Nullable Long uncertaintyUs,
        @Nullable String evidence,
        @Nullable Long evidenceLine) {
    /** Where on the axis a stage stands. */
    public enum Kind {
        LOADER,
        KERNEL,
        USERSPACE,
        LOGIN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whose time a stage has. */
    public enum Clock {
        KERNEL,
        HOST,
        LOADER,
        NONE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How long it ran, in microseconds; null where no clock tells, or it ran backwards. */
    public @Nullable Long durationUs() {
        return fromUs == null || untilUs == null || untilUs < fromUs ? null : Long.valueOf(untilUs - fromUs);
    }
}
