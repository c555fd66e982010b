package io.bootledger.analyzer.clock;

import io.bootledger.analyzer.reading.Diagnostic;
import io.bootledger.analyzer.reading.Diagnostic.Severity;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says of each stretch whose stamps are in doubt what to think of them. */
public final class ClockDiagnostics {
    public static List<Diagnostic> of(ClockDoubts doubts) {
        return doubts.stretches().stream()
                .map(stretch ->
                        new Diagnostic(Severity.WARNING, "stamps-in-doubt", stretch.evidenceLine(), text(stretch)))
                .toList();
    }

    private static String text(DoubtfulStretch stretch) {
        return lines(stretch) + ", the stamps are in doubt: " + stretch.reason().words() + "; " + howFar(stretch);
    }

    private static String lines(DoubtfulStretch stretch) {
        Long from = stretch.fromLine();
        Long until = stretch.untilLine();
        if (until == null) {
            return from == null ? "throughout" : "from line " + from + " on";
        }
        return from == null ? "up to line " + until : "from line " + from + " to " + until;
    }

    private static String howFar(DoubtfulStretch stretch) {
        return switch (stretch.reason()) {
            case TICKS_LOST ->
                String.format(
                        Locale.ROOT,
                        "it took %s ms longer than they tell, and which of its durations are too short is not known",
                        millis(stretch.missingUs()));
            case COUNTER_DISTRUSTED ->
                "durations in it may be too short, several times even, and none is too long by more than a tick";
            case COUNTER_FAILED -> "durations in it, reported ones too, may be too short or too long";
        };
    }

    private static String millis(@Nullable Long us) {
        return us == null ? "?" : Long.toString((us + 500) / 1_000);
    }

    private ClockDiagnostics() {}
}
