package io.bootledger.reports;

import io.bootledger.analyzer.phases.Handover.Milestone;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Up to which milestone boots are counted, the same in every output. */
public final class HandoverWords {
    /** {@code until init started}; of boots that are counted up to different ones, that their totals are of different things. */
    public static String until(List<String> handovers) {
        String which = Arrays.stream(Milestone.values())
                .filter(milestone -> handovers.contains(milestone.toString()))
                .map(Milestone::words)
                .collect(Collectors.joining(", or until "));
        return which.isEmpty()
                ? "as far as the logs go"
                : "until " + which + (handovers.size() > 1 ? ": totals of different things" : "");
    }

    private HandoverWords() {}
}
