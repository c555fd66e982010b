package io.bootledger.traces.format;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.CommandLineGiven;
import io.bootledger.traces.event.ConsoleEnabled;
import io.bootledger.traces.event.KernelStarted;
import io.bootledger.traces.event.MachineIdentified;
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
    record Held(LogRecord record, Sighting sighting, boolean replayed) {}

    /** So many records below the highest stamp are no clock running behind. */
    private static final int ENOUGH_BEHIND = 4;

    private static final int ENOUGH_UNKNOWN = 64;
    private static final int TEXT_AFTER_BANNER = 256;
    private static final int MOST_HELD = 1 << 14;

    private final Boot boot;
    private final boolean framed;
    private final List<Held> held = new ArrayList<>();
    /** The lines held, as they count should a boot begin here. */
    final Tally asBoot = new Tally();
    /** As they count should they repeat what was seen. */
    final Tally asReplay = new Tally();

    private int known;
    private boolean banner;

    Doubt(Boot boot, boolean framed) {
        this.boot = boot;
        this.framed = framed;
    }

    /** Whether unframed text is being looked at. */
    boolean text() {
        return !framed || !boot.stamped;
    }

    List<Held> held() {
        return held;
    }

    /** Holds one more record, and says what is clear now. */
    Verdict add(LogRecord record, Sighting sighting, @Nullable BootEvent event) {
        boolean replayed = boot.hasSeen(sighting.fingerprint());
        known += replayed ? 1 : 0;
        held.add(new Held(record.copy(), sighting, replayed));
        banner |= event instanceof KernelStarted;
        if (boot.mayReplay()) {
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
        return held.size() >= ENOUGH_BEHIND ? Verdict.NEW_BOOT : Verdict.OPEN;
    }

    /** A replay shows what was shown before, up to the last record; a reboot soon shows something else. */
    private Verdict replayVerdict(Sighting last) {
        int unknown = held.size() - known;
        boolean caughtUp =
                last.fingerprint() == boot.lastFingerprint || last.stamped() && last.nanos() > boot.highestNanos;
        if (caughtUp) {
            return known > 0 && known * 4 >= unknown
                    ? Verdict.REPLAY
                    : known == 0 && !banner ? Verdict.SAME_BOOT : Verdict.NEW_BOOT;
        }
        boolean another = unknown > ENOUGH_UNKNOWN && unknown > known;
        return another || held.size() >= MOST_HELD ? majority() : Verdict.OPEN;
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
        return known * 2 >= held.size() ? Verdict.REPLAY : Verdict.NEW_BOOT;
    }

    /** What they are, now that no more will come. */
    Verdict atEnd() {
        if (boot.mayReplay()) {
            return majority();
        }
        return framed && (banner || held.size() > 1) ? Verdict.NEW_BOOT : Verdict.SAME_BOOT;
    }
}
