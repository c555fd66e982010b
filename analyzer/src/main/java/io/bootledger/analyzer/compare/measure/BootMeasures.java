package io.bootledger.analyzer.compare.measure;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.phases.Phase;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is compared of one boot, in microseconds.
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
 * @param gaps what passed outside initcalls: in a level, by its name, and {@link #BEFORE_PID1} the first initcall of process 1
 * @param segments what it took from power-on to login, by who ran
 * @param initcalls durations by initcall, on the better of the boot's clocks
 * @param course what was called, in which order, and how it ended
 * @param malformed lines that look like an initcall's, a probe's and so on, and could not be read
 */
public record BootMeasures(
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
        SortedMap<InitcallKey, Long> initcalls,
        CallCourse course,
        long malformed) {
    /** The gap from the first record to the first initcall of process 1: the console's come before. */
    public static final String BEFORE_PID1 = "before_pid1";

    /** Why a boot whose log just ends is incomplete: whether init ran after that, nobody knows. */
    public static final String NO_SIGN_OF_INIT = "no sign of init in its log";

    /** Why a candidate's boot is left out that is one of the baseline's. */
    public static final String BASELINES = "it is one of the baseline's boots";

    public BootMeasures {
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
        phases = Collections.unmodifiableSortedMap(new TreeMap<>(phases));
        levels = Collections.unmodifiableSortedMap(new TreeMap<>(levels));
        gaps = Collections.unmodifiableSortedMap(new TreeMap<>(gaps));
        initcalls = Collections.unmodifiableSortedMap(new TreeMap<>(initcalls));
    }

    /** Of a boot of which no more is known than its kernel. */
    public BootMeasures(
            String boot,
            @Nullable String kernel,
            @Nullable String incomplete,
            @Nullable String died,
            SortedMap<String, String> environment,
            @Nullable Long totalUs,
            SortedMap<String, Long> phases,
            SortedMap<String, Long> levels,
            SortedMap<String, Long> gaps,
            SortedMap<InitcallKey, Long> initcalls,
            CallCourse course,
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
                initcalls,
                course,
                malformed);
    }

    /** The total, of a boot that is known to have one. */
    public long knownTotalUs() {
        return Objects.requireNonNull(totalUs, "its total is unknown");
    }

    /** What is compared of an analyzed boot. */
    public static BootMeasures of(BootAnalysis boot) {
        return BootSummary.of(boot).measures();
    }

    /** A boot of which nothing is known. */
    public static BootMeasures unknown(String boot, String why) {
        return new BootMeasures(
                boot,
                null,
                why,
                null,
                new TreeMap<>(),
                null,
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                CallCourse.EMPTY,
                0);
    }

    /** Whether it can be compared as a whole: it reached init, and nothing of it is lost. */
    public boolean complete() {
        return incomplete == null && totalUs != null;
    }

    /** Whether this is not the candidate's own boot. */
    public boolean isBaselines() {
        return BASELINES.equals(incomplete);
    }

    /** The built-in initcall in which it died: it was called last and has not returned; null where it died in none. */
    public @Nullable String diedIn() {
        if (died == null || course.order().isEmpty()) {
            return null;
        }
        InitcallKey last = course.order().get(course.order().size() - 1);
        return returns().containsKey(last) || initcalls.containsKey(last) ? null : last.toString();
    }

    /** What each initcall returned, where known. */
    public Map<InitcallKey, Integer> returns() {
        return course.returns();
    }

    /** What really failed: initcalls, probes, modules. */
    public SortedSet<String> failures() {
        return course.failures();
    }

    /** What passed of the total outside the phase of the initcalls, by the title of its phase. */
    public Map<String, Long> outside() {
        return Arrays.stream(Phase.Kind.values())
                .filter(kind -> kind != Phase.Kind.INITCALLS && phases.containsKey(kind.toString()))
                .collect(Collectors.toMap(Phase.Kind::title, kind -> phases.get(kind.toString())));
    }

    /** Initcalls that were called, be it that their return is lost. */
    public Set<InitcallKey> called() {
        Set<InitcallKey> called = untimed();
        called.addAll(initcalls.keySet());
        return called;
    }

    /** Initcalls that were called, and of which no duration is known. */
    public Set<InitcallKey> untimed() {
        Set<InitcallKey> untimed = new HashSet<>(course.order());
        untimed.addAll(course.levels().keySet());
        untimed.addAll(course.returns().keySet());
        initcalls.keySet().forEach(untimed::remove);
        return untimed;
    }

    /** The same boot, which cannot be compared. */
    public BootMeasures incomplete(String why) {
        return new BootMeasures(
                boot,
                kernel,
                why,
                died,
                environment,
                totalUs,
                phases,
                levels,
                gaps,
                segments,
                initcalls,
                course,
                malformed);
    }

    /** The same boot under another name. */
    public BootMeasures named(String name) {
        return new BootMeasures(
                name,
                kernel,
                incomplete,
                died,
                environment,
                totalUs,
                phases,
                levels,
                gaps,
                segments,
                initcalls,
                course,
                malformed);
    }

    /** The same boot with other times from power-on to login. */
    public BootMeasures with(Segments others) {
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
                others,
                initcalls,
                course,
                malformed);
    }

    /** The same boot with other durations. */
    public BootMeasures with(
            @Nullable Long otherTotalUs,
            SortedMap<String, Long> otherPhases,
            SortedMap<String, Long> otherLevels,
            SortedMap<String, Long> otherGaps,
            SortedMap<InitcallKey, Long> otherInitcalls) {
        return new BootMeasures(
                boot,
                kernel,
                incomplete,
                died,
                environment,
                otherTotalUs,
                otherPhases,
                otherLevels,
                otherGaps,
                segments,
                otherInitcalls,
                course,
                malformed);
    }
}
