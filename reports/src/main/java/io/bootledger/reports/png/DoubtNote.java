package io.bootledger.reports.png;

import io.bootledger.analyzer.clock.ClockDoubts;
import io.bootledger.analyzer.clock.DoubtfulStretch;
import io.bootledger.reports.DurationText;
import java.util.stream.Collectors;

/** Says below a picture where the clocks that it is drawn by are in doubt. */
final class DoubtNote {
    static String of(ClockDoubts doubts) {
        return "clocks in doubt "
                + doubts.stretches().stream().map(DoubtNote::stretch).collect(Collectors.joining(", and "));
    }

    private static String stretch(DoubtfulStretch stretch) {
        String from = stretch.fromUs() == null ? "" : "from " + DurationText.exactSeconds(stretch.fromUs()) + " s ";
        String until = stretch.untilUs() == null ? "on" : "to " + DurationText.exactSeconds(stretch.untilUs()) + " s";
        String missing = stretch.missingUs() == null
                ? ""
                : ", which took " + DurationText.rounded(stretch.missingUs()) + " more";
        return (from.isEmpty() && stretch.untilUs() == null ? "throughout" : from + until) + missing;
    }

    private DoubtNote() {}
}
