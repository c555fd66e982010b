package io.bootledger.analyzer.timeline;

import io.bootledger.traces.event.InitcallSymbol;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The calls that have begun and not returned. The end line names no task, so a return belongs to the most recent open call of
 * the same symbol, or, where the record says who printed it, to the one of that task.
 *
 * <p>Keyed by the symbol's text because a string keeps its hash. The latest call of all waits outside the map: most calls return
 * before another one begins.
 */
final class OpenCalls {
    /** A log that repeats one call for ever must not make its returns slow. */
    private static final int REACH = 64;

    private final Map<String, Call> latestBySymbol = new HashMap<>();

    private @Nullable Call latest;

    void open(Call call) {
        shelve();
        latest = call;
    }

    private void shelve() {
        if (latest != null) {
            latest.below = latestBySymbol.put(key(latest.symbol), latest);
            latest = null;
        }
    }

    /** Takes out the call that returned; null when the log does not hold its beginning. */
    @Nullable
    Call close(InitcallSymbol symbol, @Nullable Integer task) {
        Call youngest = latest;
        if (youngest != null && key(youngest.symbol).equals(key(symbol)) && fits(youngest, symbol, task)) {
            latest = null;
            return youngest;
        }
        shelve();
        return closeOlder(symbol, task);
    }

    private @Nullable Call closeOlder(InitcallSymbol symbol, @Nullable Integer task) {
        String key = key(symbol);
        Call newest = latestBySymbol.remove(key);
        Call found = best(newest, symbol, task);
        Call rest = newest == found && newest != null ? newest.below : newest;
        if (newest != null && found != null && newest != found) {
            unlink(newest, found);
        }
        if (rest != null) {
            latestBySymbol.put(key, rest);
        }
        return found;
    }

    private static boolean fits(Call call, InitcallSymbol symbol, @Nullable Integer task) {
        return Objects.equals(call.symbol.module(), symbol.module()) && (task == null || task.equals(call.pid));
    }

    private static @Nullable Call best(@Nullable Call newest, InitcallSymbol symbol, @Nullable Integer task) {
        Call best = null;
        Call call = newest;
        for (int i = 0; call != null && i < REACH; i++, call = call.below) {
            if (fits(call, symbol, task)) {
                return call;
            }
            best = best == null && fits(call, symbol, null) ? call : best;
        }
        return best;
    }

    private static void unlink(Call newest, Call gone) {
        Call above = newest;
        while (above.below != gone) {
            above = Objects.requireNonNull(above.below);
        }
        above.below = gone.below;
    }

    /** Up to 2.6.25 the address is printed in every line, and the name can be missing or torn off. */
    static String key(InitcallSymbol symbol) {
        return symbol.address() == null ? symbol.text() : symbol.address();
    }
}
