package io.bootledger.analyzer.knowledge;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells a kernel's architecture by init functions that only one of them has. */
final class Architectures {
    /** So many of one architecture are enough: a whole boot has dozens. */
    private static final int ENOUGH = 8;

    private Architectures() {}

    /** The directory below {@code arch} that most of the functions stand in; null where none stands in one alone. */
    static @Nullable String of(Stream<String> functions) {
        Map<String, Integer> votes = new HashMap<>();
        String first = null;
        for (String function : (Iterable<String>) functions::iterator) {
            String architecture = only(function);
            if (!architecture.isEmpty()) {
                int count = votes.merge(architecture, 1, Integer::sum);
                if (first == null || count > votes.getOrDefault(first, 0)) {
                    first = architecture;
                }
                if (count == ENOUGH) {
                    break;
                }
            }
        }
        return first;
    }

    private static String only(String function) {
        var architectures = CodeKnowledge.initcalls().find(function).stream()
                .map(KnownCode::architecture)
                .collect(Collectors.toSet());
        return architectures.size() == 1 ? architectures.iterator().next() : "";
    }
}
