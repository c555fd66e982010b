package io.bootledger.analyzer.failures;

import io.bootledger.analyzer.phases.Course;
import io.bootledger.analyzer.timeline.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Ranks what went wrong in a boot. */
public final class Failures {
    private static final Comparator<Failure> WORST_FIRST = Comparator.comparing(Failure::severity)
            .thenComparing(Failure::kind, Comparator.comparingInt(Failures::rank))
            .thenComparing(Failure::line);

    /** The worst first: what ended the boot, what does not work, what may not, what only misses its hardware. */
    public static List<Failure> of(Timeline timeline, Course course, Faults faults) {
        NearbyLines nearby = new NearbyLines(faults);
        List<Failure> failures = new ArrayList<>();
        failures.addAll(InitcallFailures.of(timeline, course, nearby));
        failures.addAll(ProbeFailures.of(timeline, faults, nearby));
        failures.addAll(StatedFailures.of(course, faults, nearby));
        failures.sort(WORST_FIRST);
        return List.copyOf(failures);
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
