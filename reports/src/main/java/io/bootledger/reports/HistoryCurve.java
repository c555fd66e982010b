package io.bootledger.reports;

import io.bootledger.analyzer.history.Series;
import io.bootledger.analyzer.statistics.Median;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.reports.HistoryView.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One metric of a history as it is drawn: the levels on which it settled, and up to where builds are drawn to scale.
 *
 * @param findings its changes, in order
 * @param edgeUs a build far above every level would flatten all others: what is above this stands at the edge
 */
public record HistoryCurve(Series series, List<Finding> findings, List<Level> levels, long edgeUs) {
    /** Beyond so many times the highest level. */
    private static final long EDGE = 3;

    private static final long NOISE = 6;
    /** Of the level, that builds may always be apart. */
    private static final long LEAST_SHARE = 200;

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
    public record Level(int from, int to, long us, Tone tone) {
        @Nullable
        Level trimmed(Series series) {
            long near = near(series);
            int[] on = IntStream.range(from, to)
                    .filter(build -> {
                        Long each = series.us().get(build);
                        return each != null && Math.abs(each - us) <= near;
                    })
                    .toArray();
            long known = series.us().subList(from, to).stream()
                    .filter(Objects::nonNull)
                    .count();
            return on.length * 2L < known ? null : new Level(on[0], on[on.length - 1] + 1, us, tone);
        }

        /** How far from a level a build may be that lies on it: some times what one differs from the next. */
        private long near(Series series) {
            List<Long> known = series.us().subList(from, to).stream()
                    .filter(Objects::nonNull)
                    .toList();
            double[] steps = IntStream.range(1, known.size())
                    .mapToDouble(at -> Math.abs(known.get(at) - known.get(at - 1)))
                    .toArray();
            long noise = steps.length == 0 ? 0 : Math.round(Median.of(steps));
            return Math.max(NOISE * noise, us / LEAST_SHARE);
        }
    }

    public HistoryCurve {
        findings = List.copyOf(findings);
        levels = List.copyOf(levels);
    }

    /** @param settles whether there are builds enough to tell a level from chance; none is drawn where not */
    static HistoryCurve of(Series series, List<Finding> findings, boolean settles) {
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
        return new HistoryCurve(series, findings, settles ? seen(series, levels) : List.of(), EDGE * highest);
    }

    /** As far as builds lie on them: without those at their ends that do not, and none on which there is hardly any. */
    private static List<Level> seen(Series series, List<Level> levels) {
        return levels.stream()
                .map(level -> level.trimmed(series))
                .filter(Objects::nonNull)
                .toList();
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
