package io.bootledger.analyzer.failures;

import io.bootledger.analyzer.failures.Failure.Kind;
import io.bootledger.analyzer.failures.Failure.Severity;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How initcalls ended by what is known of their errors, and so which are an alarm: an error that tells of absent hardware alone is none,
 * and one that looks like it, though somebody asked for the hardware, is.
 */
public final class JudgedOutcomes {
    private record Ended(String function, long line) {
        /** A line ends one call. */
        @Override
        public int hashCode() {
            return Long.hashCode(line);
        }
    }

    private final Map<Ended, Severity> worst = new HashMap<>();

    private JudgedOutcomes() {}

    /** @param failures of one boot, in any order */
    public static JudgedOutcomes of(List<Failure> failures) {
        JudgedOutcomes judged = new JudgedOutcomes();
        for (Failure failure : failures) {
            if (failure.kind() == Kind.INITCALL) {
                judged.worst.merge(
                        new Ended(failure.name(), failure.line()),
                        failure.severity(),
                        (one, other) -> one.compareTo(other) <= 0 ? one : other);
            }
        }
        return judged;
    }

    /** {@link Outcome#FAILED} for every call that returned and is an alarm, and for no other. */
    public Outcome of(Initcall call) {
        Severity severity =
                worst.get(new Ended(call.function(), Objects.requireNonNullElse(call.endLine(), call.line())));
        if (severity == null || call.outcome() == Outcome.UNFINISHED) {
            return call.outcome();
        }
        return severity == Severity.ABSENT ? Outcome.ABSENT : Outcome.FAILED;
    }

    /** Whether it is to be marked: it failed, or never returned. */
    public boolean isAlarm(Initcall call) {
        Outcome outcome = of(call);
        return outcome == Outcome.FAILED || outcome == Outcome.UNFINISHED;
    }
}
