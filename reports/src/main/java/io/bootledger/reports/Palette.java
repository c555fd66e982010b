package io.bootledger.reports;

import io.bootledger.analyzer.ledger.Account;
import io.bootledger.analyzer.phases.Phase;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.traces.event.InitcallLevel;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The colours of every picture, as {@code 0xRRGGBB}: one set for white and for dark paper, each colour with a contrast of at
 * least 3:1 on both. Levels walk the spectrum in the order in which they run, by turns dark and light, so that eyes without red or green
 * tell neighbours apart too. Colour never is the only sign of anything.
 */
public final class Palette {
    public static final int UNKNOWN = 0x7F8894;
    /** What grew, beside {@link #FASTER}: a pair that every kind of colour blindness tells apart. */
    public static final int SLOWER = 0xCB5E3C;
    /** What the boot thread waited for. */
    public static final int WAITED = 0xA0694B;
    /** What shrank. */
    public static final int FASTER = 0x3B7FD4;

    /** The colour of a level; of an unknown one where it is null. */
    public static int of(@Nullable InitcallLevel level) {
        return level == null
                ? UNKNOWN
                : switch (level) {
                    case CONSOLE -> 0x546886;
                    case EARLY -> 0xAD7DE9;
                    case PURE -> 0x555CC3;
                    case CORE -> 0x5895EC;
                    case POSTCORE -> 0x006F97;
                    case ARCH -> 0x2FA49A;
                    case SUBSYS -> 0x007739;
                    case FS -> 0x819E37;
                    case ROOTFS -> 0x786600;
                    case DEVICE -> 0xCE832A;
                    case LATE -> 0xAE4626;
                    case MODULE -> 0xD574AB;
                };
    }

    public static int of(Phase.Kind phase) {
        return switch (phase) {
            case BEFORE_INITCALLS -> 0x667A99;
            case INITCALLS -> 0x3B7FD4;
            case ASYNC_WAIT -> 0xC0771D;
            case FREE_INIT_MEMORY -> 0x12938A;
            case WRITE_PROTECT -> 0x9063CC;
            case UNTIL_INIT -> 0x73912A;
            case AFTER_INIT -> 0xB5578E;
        };
    }

    /** Phases of the boot keep their colour. */
    public static int of(Account.Kind account) {
        return switch (account) {
            case BEFORE_INITCALLS -> of(Phase.Kind.BEFORE_INITCALLS);
            case INITCALL -> of(Phase.Kind.INITCALLS);
            case PROBE -> 0x2E9653;
            case GAP -> 0x988320;
            case LEVEL_CHANGE -> 0xCB5E3C;
            case ASYNC_WAIT -> of(Phase.Kind.ASYNC_WAIT);
            case ROOT_MOUNT -> 0xB5578E;
            case FREE_INIT_MEMORY -> of(Phase.Kind.FREE_INIT_MEMORY);
            case WRITE_PROTECT -> of(Phase.Kind.WRITE_PROTECT);
            case UNTIL_INIT -> of(Phase.Kind.UNTIL_INIT);
            case UNKNOWN -> UNKNOWN;
        };
    }

    public static int of(Outcome outcome) {
        return switch (outcome) {
            case OK -> 0x1C9A94;
            case ABSENT, UNKNOWN -> UNKNOWN;
            case DEFERRED -> 0xC0771D;
            case FAILED -> 0xC5283A;
            case POSITIVE -> 0x3B7FD4;
            case BLACKLISTED -> 0x9063CC;
            case UNFINISHED -> 0xC92A7C;
        };
    }

    /** A colour in the words of CSS: {@code #2e9653}. */
    public static String css(int rgb) {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }

    private Palette() {}
}
