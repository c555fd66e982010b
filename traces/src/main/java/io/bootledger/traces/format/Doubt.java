package io.bootledger.traces.format;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.machine.CommandLineGiven;
import io.bootledger.traces.event.machine.ConsoleEnabled;
import io.bootledger.traces.event.machine.KernelStarted;
import io.bootledger.traces.event.machine.MachineIdentified;
import io.bootledger.traces.format.frame.LogRecord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records held back while it is undecided what they are: the head of another boot, the log of this boot replayed by a console
 * that was just registered, or records of another CPU whose clock runs behind.
 */
final class Doubt {
    /** What the held records turned out to be. */
    enum Verdict {
        OPEN,
        SAME_BOOT,
        REPLAY,
        NEW_BOOT
    }

    /** One record held back. */
    record Held(LogRecord record, PendingRecord sighting, boolean replayed) {}

    /** So many records below the highest stamp are no clock running behind, once the kernel has booted. */
    private static final int ENOUGH_BEHIND = 64;
    /** The same while it boots, when CPUs come up and clocks are set. */
    private static final int ENOUGH_BEHIND_IN_BOOT = 512;

    private static final int ENOUGH_UNKNOWN = 64;
    private static final int TEXT_AFTER_BANNER = 256;
    private static final int MOST_HELD = 1 << 14;

    private final BootRecorder boot;
    private final boolean framed;
    private final boolean mayReplay;
    private final List<Held> held = new ArrayList<>();
    /** The lines held, as they count should a boot begin here. */
    final Tally asBoot = new Tally();
    /** As they count should they repeat what was seen. */
    final Tally asReplay = new Tally();

    private final Repetition repetition = new Repetition();
    private boolean banner;
    private boolean otherBanner;

    Doubt(BootRecorder boot, boolean framed, Boundary.Between between) {
        this.boot = boot;
        this.framed = framed;
        this.mayReplay = boot.mayReplay() && between == Boundary.Between.NOTHING;
    }

    /** Whether unframed text is being looked at. */
    boolean text() {
        return !framed || !boot.stamped;
    }

    /** Whether a boot that begins with the held records begins with its banner, or the words before that. */
    boolean beginsWithItsHead() {
        return banner || Boundary.announces(held.get(0).record());
    }

    List<Held> held() {
        return held;
    }

    /** Holds one more record, and says what is clear now. */
    Verdict add(LogRecord record, PendingRecord sighting, @Nullable BootEvent event) {
        boolean replayed = boot.hasSeen(sighting.fingerprint());
        repetition.count(sighting, replayed);
        held.add(new Held(record.copy(), sighting, replayed));
        if (event instanceof KernelStarted started) {
            banner = true;
            otherBanner |= boot.banner != null && Boundary.isOther(started, boot.banner);
        }
        if (otherBanner && record.framed) {
            return Verdict.NEW_BOOT;
        }
        if (mayReplay) {
            return replayVerdict(sighting);
        }
        if (!framed) {
            return textVerdict(event);
        }
        if (banner) {
            return Verdict.NEW_BOOT;
        }
        if (sighting.stamped() && sighting.nanos() >= boot.highestNanos / 2) {
            return Verdict.SAME_BOOT;
        }
        return isFarBehind() ? Verdict.NEW_BOOT : Verdict.OPEN;
    }

    private boolean isFarBehind() {
        return held.size() >= (boot.over() ? ENOUGH_BEHIND : ENOUGH_BEHIND_IN_BOOT);
    }

    /** A replay shows what was shown before, up to the last record; a reboot soon shows something else. */
    private Verdict replayVerdict(PendingRecord last) {
        boolean caughtUp =
                last.fingerprint() == boot.lastFingerprint || last.stamped() && last.nanos() > boot.highestNanos;
        if (caughtUp) {
            return repetition.isLikely()
                    ? Verdict.REPLAY
                    : repetition.isNone() && !banner ? Verdict.SAME_BOOT : Verdict.NEW_BOOT;
        }
        return repetition.isRefuted(ENOUGH_UNKNOWN) || held.size() >= MOST_HELD ? majority() : Verdict.OPEN;
    }

    /** A banner without a stamp in a log with stamps: a kernel that has none yet, or somebody looking at /proc/version. */
    private Verdict textVerdict(@Nullable BootEvent event) {
        if (event instanceof CommandLineGiven
                || event instanceof ConsoleEnabled
                || event instanceof MachineIdentified) {
            return Verdict.NEW_BOOT;
        }
        return held.size() >= TEXT_AFTER_BANNER ? Verdict.SAME_BOOT : Verdict.OPEN;
    }

    private Verdict majority() {
        return repetition.isMajority() ? Verdict.REPLAY : Verdict.NEW_BOOT;
    }

    /** What they are, now that no more will come. */
    Verdict atEnd() {
        if (mayReplay) {
            return majority();
        }
        return framed && (banner || isFarBehind()) ? Verdict.NEW_BOOT : Verdict.SAME_BOOT;
    }

    /**
     * How many of the held records were seen before. Records stamped 0, before the clock runs, are the same in each boot of a
     * kernel, so they decide only where there are no others.
     */
    private static final class Repetition {
        private int known;
        private int unknown;
        private int knownAtZero;
        private int unknownAtZero;

        void count(PendingRecord sighting, boolean replayed) {
            boolean atZero = sighting.stamped() && sighting.nanos() == 0;
            known += replayed && !atZero ? 1 : 0;
            unknown += replayed || atZero ? 0 : 1;
            knownAtZero += replayed && atZero ? 1 : 0;
            unknownAtZero += atZero && !replayed ? 1 : 0;
        }

        boolean isNone() {
            return known + knownAtZero == 0;
        }

        /** Another thread may have spoken in between. */
        boolean isLikely() {
            return known + unknown > 0
                    ? known > 0 && known * 4 >= unknown
                    : knownAtZero > 0 && knownAtZero * 4 >= unknownAtZero;
        }

        boolean isRefuted(int enough) {
            return unknown > enough && unknown > known;
        }

        boolean isMajority() {
            return known + unknown > 0 ? known >= unknown : knownAtZero >= unknownAtZero;
        }
    }
}
