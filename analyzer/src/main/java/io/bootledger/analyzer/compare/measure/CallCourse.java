package io.bootledger.analyzer.compare.measure;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a boot called, in which order, and how it ended.
 *
 * @param order built-in initcalls in the order in which they were called
 * @param levels the level of each, where known
 * @param returns what each initcall returned, where known
 * @param failures what really failed: initcalls, probes, modules, with the error
 * @param deferred devices whose probe was put off at least once
 */
public record CallCourse(
        List<InitcallKey> order,
        Map<InitcallKey, String> levels,
        Map<InitcallKey, Integer> returns,
        SortedSet<String> failures,
        SortedSet<String> deferred) {

    public static final CallCourse EMPTY =
            new CallCourse(List.of(), Map.of(), Map.of(), Collections.emptySortedSet(), Collections.emptySortedSet());

    public CallCourse {
        order = List.copyOf(order);
        levels = Map.copyOf(levels);
        returns = Map.copyOf(returns);
        failures = Collections.unmodifiableSortedSet(new TreeSet<>(failures));
        deferred = Collections.unmodifiableSortedSet(new TreeSet<>(deferred));
    }
}
