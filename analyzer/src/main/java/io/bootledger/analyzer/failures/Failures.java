package io.bootledger.analyzer.failures;

import io.bootledger.analyzer.phases.Course;
import io.bootledger.analyzer.reading.CommandLine;
import io.bootledger.analyzer.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;

/** Ranks what went wrong in a boot. */
public final class Failures {
    /**
     * The worst first: what ended the boot, what does not work, what may not, what only misses its hardware.
     *
     * @param words what the command line asks for
     */
    public static List<Failure> of(Timeline timeline, Course course, Faults faults, CommandLine words) {
        NearbyLines nearby = new NearbyLines(faults);
        List<Failure> failures = new ArrayList<>();
        failures.addAll(InitcallFailures.of(timeline, course, faults, words, nearby));
        failures.addAll(ProbeFailures.of(timeline, faults, nearby));
        failures.addAll(StatedFailures.of(course, faults, nearby));
        failures.sort(Failures::worstFirst);
        return List.copyOf(failures);
    }

    private static int worstFirst(Failure one, Failure other) {
        int bySeverity = one.severity().compareTo(other.severity());
        int byKind = rank(one.kind()) - rank(other.kind());
        return bySeverity != 0 ? bySeverity : byKind != 0 ? byKind : Long.compare(one.line(), other.line());
    }

    /** Where all is lost, the call that did not return says more than the panic that followed. */
    private static int rank(Failure.Kind kind) {
        return switch (kind) {
            case INITCALL -> 0;
            case PANIC -> 1;
            case INIT -> 2;
            case OOPS -> 3;
            case MODULE -> 4;
            case PROBE -> 5;
        };
    }

    private Failures() {}
}
