package io.bootledger.analyzer.knowledge;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Init functions that no machine of their kind boots or works without. They must never be offered to {@code initcall_blacklist=};
 * {@code docs/knowledge.md} says how they were chosen.
 */
public final class Essential {
    private static final Map<String, String> REASONS = read();

    private Essential() {}

    /** What breaks without a function; null for one that is not known to be essential. */
    public static @Nullable String reason(String function) {
        return REASONS.get(function);
    }

    private static Map<String, String> read() {
        Map<String, String> reasons = new HashMap<>();
        for (String[] row : ResourceTable.of(Essential.class, "essential.tsv", 3)) {
            for (String function : row[2].split(" ")) {
                reasons.put(function, row[1]);
            }
        }
        return reasons;
    }
}
