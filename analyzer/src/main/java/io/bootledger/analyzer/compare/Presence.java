package io.bootledger.analyzer.compare;

import io.bootledger.analyzer.compare.InitcallChange.Kind;
import io.bootledger.analyzer.compare.measure.Called;
import io.bootledger.analyzer.compare.measure.ComparedBoot;
import io.bootledger.analyzer.compare.measure.ComparedSides;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.compare.measure.SharedStretch;
import io.bootledger.traces.event.InitcallLevel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which initcalls the boots of both sides called. */
final class Presence {
    private final ComparedSides sides;
    private final Map<InitcallKey, InitcallLevel> levels = new HashMap<>();
    private final Map<InitcallKey, Integer> before;
    private final Map<InitcallKey, Integer> after;
    private final SharedStretch stretch;

    Presence(ComparedSides sides) {
        this.sides = sides;
        // The candidate's levels go before.
        this.after = counts(sides.candidate());
        this.before = counts(sides.baseline());
        this.stretch = new SharedStretch(sides);
    }

    private Map<InitcallKey, Integer> counts(List<ComparedBoot> boots) {
        Map<InitcallKey, Integer> counts = new TreeMap<>();
        for (ComparedBoot boot : boots) {
            for (Called call : boot.calls()) {
                counts.merge(call.key(), 1, Integer::sum);
                if (call.level() != null) {
                    levels.putIfAbsent(call.key(), call.level());
                }
            }
        }
        return counts;
    }

    SortedSet<InitcallKey> keys() {
        SortedSet<InitcallKey> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        return keys;
    }

    @Nullable
    InitcallLevel level(InitcallKey key) {
        return levels.get(key);
    }

    /** Null for one that is on one side only, where the other's log does not reach. */
    @Nullable
    Kind kind(InitcallKey key) {
        int baseline = before.getOrDefault(key, 0);
        int candidate = after.getOrDefault(key, 0);
        boolean onBoth = baseline > 0 && candidate > 0;
        if (!onBoth && !sides.whole() && !stretch.holds(key)) {
            return null;
        }
        if (baseline % sides.baseline().size() != 0
                || candidate % sides.candidate().size() != 0) {
            return Kind.SOMETIMES;
        }
        return onBoth ? Kind.COMMON : candidate > 0 ? Kind.NEW : Kind.GONE;
    }
}
