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
 * <p>Keyed by the symbol's text because a string keeps its hash: this lookup is made for every initcall line of a log.
 */
final class OpenCalls {
    /** A log that repeats one call for ever must not make its returns slow. */
    private static final int REACH = 64;

    private final Map<String, Call> latestBySymbol = new HashMap<>();

    void open(Call call) {
        call.below = latestBySymbol.put(key(call.symbol), call);
    }

    /** Takes out the call that returned; null when the log does not hold its beginning. */
    @Nullable
    Call close(InitcallSymbol symbol, @Nullable Integer task) {
        String key = key(symbol);
        Call latest = latestBySymbol.remove(key);
        Call found = best(latest, symbol, task);
        Call rest = latest == found && latest != null ? latest.below : latest;
        if (latest != found && found != null) {
            unlink(latest, found);
        }
        if (rest != null) {
            latestBySymbol.put(key, rest);
        }
        return found;
    }

    private static @Nullable Call best(@Nullable Call latest, InitcallSymbol symbol, @Nullable Integer task) {
        Call best = null;
        Call call = latest;
        for (int i = 0; call != null && i < REACH; i++, call = call.below) {
            if (Objects.equals(call.symbol.module(), symbol.module())) {
                if (task == null || task.equals(call.pid)) {
                    return call;
                }
                best = best == null ? call : best;
            }
        }
        return best;
    }

    private static void unlink(Call latest, Call gone) {
        Call above = latest;
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
