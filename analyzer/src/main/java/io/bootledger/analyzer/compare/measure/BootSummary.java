package io.bootledger.analyzer.compare.measure;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.traces.event.InitcallLevel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is worth remembering of a boot among many, in microseconds: its {@linkplain BootMeasures measures} in a form that is
 * small on file and quick to count.
 *
 * @param boot which boot: its log, for people
 * @param kernel its release; null when unknown
 * @param incomplete why it cannot be compared: {@code no sign of init in its log}; null when it can
 * @param died why it got no further: its panic, or the initcall in which it hangs; null when nothing says that it died. Such a boot
 *     is incomplete too
 * @param environment what must be alike for durations to be comparable, by name; what the log does not tell is left out
 * @param totalUs from the first record until the kernel hands over to user space, by the milestone that the environment names; null
 *     when the boot did not get there
 * @param phases durations by phase
 * @param levels by level, from the start of its first initcall to the end of its last
 * @param gaps what passed outside initcalls: in a level, by its name, and before the first initcall of process 1
 * @param segments what it took from power-on to login, by who ran
 * @param calls its initcalls
 * @param failures what really failed; absent hardware is no failure
 * @param deferred devices whose probe was put off at least once
 * @param malformed lines that look like an initcall's, a probe's and so on, and could not be read
 */
public record BootSummary(
        String boot,
        @Nullable String kernel,
        @Nullable String incomplete,
        @Nullable String died,
        SortedMap<String, String> environment,
        @Nullable Long totalUs,
        SortedMap<String, Long> phases,
        SortedMap<String, Long> levels,
        SortedMap<String, Long> gaps,
        Segments segments,
        CallColumns calls,
        SortedSet<FailureKey> failures,
        SortedSet<String> deferred,
        long malformed) {
    public BootSummary {
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
        phases = Collections.unmodifiableSortedMap(new TreeMap<>(phases));
        levels = Collections.unmodifiableSortedMap(new TreeMap<>(levels));
        gaps = Collections.unmodifiableSortedMap(new TreeMap<>(gaps));
        failures = Collections.unmodifiableSortedSet(new TreeSet<>(failures));
        deferred = Collections.unmodifiableSortedSet(new TreeSet<>(deferred));
    }

    /** Of a boot of which no more is known than its kernel. */
    public BootSummary(
            String boot,
            @Nullable String kernel,
            @Nullable String incomplete,
            @Nullable String died,
            SortedMap<String, String> environment,
            @Nullable Long totalUs,
            SortedMap<String, Long> phases,
            SortedMap<String, Long> levels,
            SortedMap<String, Long> gaps,
            CallColumns calls,
            SortedSet<FailureKey> failures,
            SortedSet<String> deferred,
            long malformed) {
        this(
                boot,
                kernel,
                incomplete,
                died,
                environment,
                totalUs,
                phases,
                levels,
                gaps,
                Segments.UNKNOWN,
                calls,
                failures,
                deferred,
                malformed);
    }

    /** The total, of a boot that is known to have one. */
    public long knownTotalUs() {
        return Objects.requireNonNull(totalUs, "its total is unknown");
    }

    /** What is to be remembered of an analyzed boot. */
    public static BootSummary of(BootAnalysis boot) {
        return Measuring.of(boot);
    }

    /** Whether it can be compared as a whole: it reached init, and nothing of it is lost. */
    public boolean complete() {
        return incomplete == null && totalUs != null;
    }

    /** What is compared of it. */
    public BootMeasures measures() {
        SortedMap<InitcallKey, Long> durations = new TreeMap<>();
        for (int row = 0; row < calls.size(); row++) {
            if (calls.durationUs(row) != CallColumns.UNKNOWN) {
                durations.put(calls.key(row), calls.durationUs(row));
            }
        }
        return new BootMeasures(
                boot,
                kernel,
                incomplete,
                died,
                environment,
                totalUs,
                phases,
                levels,
                gaps,
                segments,
                durations,
                course(),
                malformed);
    }

    private CallCourse course() {
        List<InitcallKey> order = new ArrayList<>();
        Map<InitcallKey, String> levelOf = new HashMap<>();
        Map<InitcallKey, Integer> returns = new HashMap<>();
        for (int row = 0; row < calls.size(); row++) {
            InitcallKey key = calls.key(row);
            if (key.module() == null) {
                order.add(key);
            }
            InitcallLevel level = calls.level(row);
            if (level != null) {
                levelOf.put(key, level.toString());
            }
            if (calls.returned(row) != CallColumns.UNKNOWN) {
                returns.put(key, Math.toIntExact(calls.returned(row)));
            }
        }
        return new CallCourse(
                order,
                levelOf,
                returns,
                failures.stream().map(FailureKey::toString).collect(Collectors.toCollection(TreeSet::new)),
                deferred);
    }
}
