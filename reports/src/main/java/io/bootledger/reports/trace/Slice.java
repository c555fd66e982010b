package io.bootledger.reports.trace;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that ran from then to then, as a trace viewer draws it.
 *
 * @param category what sort of thing: {@code initcall}, {@code probe}
 * @param facts what is known of it by name, in the order shown; texts, {@code Number}s and {@code Boolean}s
 */
record Slice(String name, String category, long startUs, long endUs, Map<String, Object> facts) {
    Slice {
        if (endUs < startUs) {
            throw new IllegalArgumentException("slice ends before it begins: " + name);
        }
    }

    /** Whether another lies in it, ends included. */
    boolean holds(Slice other) {
        return startUs <= other.startUs && other.endUs <= endUs;
    }

    /** The same slice within bounds. Where it had to be cut, its facts say what was recorded. */
    Slice within(long fromUs, long toUs) {
        long start = Math.max(fromUs, Math.min(startUs, toUs));
        long end = Math.max(start, Math.min(endUs, toUs));
        if (start == startUs && end == endUs) {
            return this;
        }
        Facts cut = new Facts(facts);
        cut.add("recorded_start_us", startUs);
        cut.add("recorded_end_us", endUs);
        return new Slice(name, category, start, end, cut.all());
    }

    /** Facts being collected; what is unknown is left out. */
    static final class Facts {
        private final Map<String, Object> facts;

        Facts() {
            this(Map.of());
        }

        private Facts(Map<String, Object> known) {
            this.facts = new LinkedHashMap<>(known);
        }

        Facts add(String name, @Nullable Object fact) {
            if (fact != null) {
                facts.put(name, fact instanceof Number || fact instanceof Boolean ? fact : fact.toString());
            }
            return this;
        }

        Map<String, Object> all() {
            return facts;
        }
    }
}
