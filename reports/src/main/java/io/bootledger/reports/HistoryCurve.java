package io.bootledger.reports;

import io.bootledger.analyzer.history.Series;
import io.bootledger.analyzer.statistics.Median;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.reports.HistoryView.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One metric of a history as it is drawn: the levels on which it settled, and up to where builds are drawn to scale.
 *
 * @param findings its changes, in order
 * @param edgeUs a build far above every level would flatten all others: what is above this stands at the edge
 */
public record HistoryCurve(Series series, List<Finding> findings, List<Level> levels, long edgeUs) {
    /** Beyond so many times the highest level. */
    private static final long EDGE = 3;

    /** How a level was reached; colour is not its only sign, a change has its words. */
    public enum Tone {
        SETTLED(Palette.FASTER),
        SLOWER(Palette.of(Outcome.FAILED)),
        ACCEPTED(Palette.of(Outcome.DEFERRED)),
        FASTER(Palette.of(Outcome.OK));

        private final int rgb;

        Tone(int rgb) {
            this.rgb = rgb;
        }

        public int rgb() {
            return rgb;
        }

        public static Tone of(Finding finding) {
            return finding.alarming() ? SLOWER : finding.change().slower() ? ACCEPTED : FASTER;
        }
    }

    /**
     * Builds around one median.
     *
     * @param from the first build
     * @param to behind the last one
     */
    public record Level(int from, int to, long us, Tone tone) {}

    public HistoryCurve {
        findings = List.copyOf(findings);
        levels = List.copyOf(levels);
    }

    static HistoryCurve of(Series series, List<Finding> findings) {
        List<Level> levels = new ArrayList<>();
        int from = 0;
        Tone tone = Tone.SETTLED;
        for (Finding finding : findings) {
            add(levels, series, from, finding.change().index(), tone);
            from = finding.change().index();
            tone = Tone.of(finding);
        }
        add(levels, series, from, series.us().size(), tone);
        long highest = levels.stream().mapToLong(Level::us).max().orElse(0);
        return new HistoryCurve(series, findings, levels, EDGE * highest);
    }

    private static void add(List<Level> levels, Series series, int from, int to, Tone tone) {
        double[] known = series.us().subList(from, to).stream()
                .filter(Objects::nonNull)
                .mapToDouble(Long::doubleValue)
                .toArray();
        if (known.length > 0) {
            levels.add(new Level(from, to, Math.round(Median.of(known)), tone));
        }
    }

    /** By how much it changed most. */
    long largestUs() {
        return findings.stream()
                .mapToLong(finding -> Math.abs(finding.shiftUs()))
                .max()
                .orElse(0);
    }
}
