package io.bootledger.analyzer.timeline;

import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.call.ProbeFailed;
import io.bootledger.traces.event.call.ProbeFinished;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the attempts to bind drivers. The kernel complains about a failed probe before it says how long the probe took,
 * and only the complaint names the driver.
 */
final class Probes {
    private record Attempt(
            ProbeFinished probe,
            @Nullable ProbeFailed complaint,
            @Nullable Integer pid,
            @Nullable Long endUs,
            long line) {}

    private final List<Attempt> attempts = new ArrayList<>();
    /** By device: probes on async workers end in between. */
    private final Map<String, ProbeFailed> complaints = new HashMap<>();

    private boolean returnedOne;

    void complain(ProbeFailed failed) {
        if (complaints.size() < TimelineProjection.MOST) {
            complaints.put(failed.device(), failed);
        }
    }

    void finish(ProbeFinished probe, RecordedEvent recorded) {
        returnedOne |= Integer.valueOf(1).equals(probe.returnValue());
        if (attempts.size() < TimelineProjection.MOST) {
            ProbeFailed own = complaints.remove(probe.device());
            attempts.add(new Attempt(
                    probe,
                    own,
                    Stamp.taskOf(recorded),
                    Stamp.microsOf(recorded),
                    recorded.origin().line()));
        }
    }

    boolean returnedOne() {
        return returnedOne;
    }

    List<Probe> probes(TimeUnits dialect, ErrnoFamily family) {
        return attempts.stream().map(attempt -> probe(attempt, dialect, family)).toList();
    }

    private static Probe probe(Attempt attempt, TimeUnits dialect, ErrnoFamily family) {
        ProbeFinished probe = attempt.probe;
        Long duration = TimeUnits.claimedMicros(probe.reported());
        Long startUs =
                attempt.endUs == null || duration == null ? null : Long.valueOf(Math.max(0, attempt.endUs - duration));
        int error = error(attempt, dialect);
        String driver =
                probe.driver() == null && attempt.complaint != null ? attempt.complaint.driver() : probe.driver();
        return new Probe(
                probe.device(),
                driver,
                attempt.pid,
                startUs,
                attempt.endUs,
                duration,
                probe.returnValue(),
                error == 0 ? null : Errno.nameOf(error, family),
                outcome(attempt, error, dialect, family),
                attempt.line);
    }

    /** The error as a positive number, 0 for none: later kernels print the driver's own with its sign turned. */
    private static int error(Attempt attempt, TimeUnits dialect) {
        int value = attempt.probe.returnValue() == null ? 0 : attempt.probe.returnValue();
        if (attempt.complaint != null && (value == 0 || value == attempt.complaint.error())) {
            return Math.abs(attempt.complaint.error());
        }
        return dialect.probeBoundIsOne() && value > 0 ? 0 : Math.abs(value);
    }

    /** Up to 5.11 the kernel swallows what a driver's probe returned, and 0 may mean declined, deferred or failed. */
    private static Outcome outcome(Attempt attempt, int error, TimeUnits dialect, ErrnoFamily family) {
        if (error != 0) {
            return ReturnValues.ofProbe(error, family);
        }
        Integer value = attempt.probe.returnValue();
        return value == null || dialect.probeBoundIsOne() && value == 0 ? Outcome.UNKNOWN : Outcome.OK;
    }
}
