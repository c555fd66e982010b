package io.bootledger.reports.text.page;

import io.bootledger.analyzer.history.ChangePoint;
import io.bootledger.analyzer.history.Series;
import io.bootledger.analyzer.statistics.Median;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A series drawn with block characters, a bar where it settled on another level; less than a tenth is not blown up. */
public final class Sparkline {
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";
    private static final String CHANGE = "│";
    private static final double LEAST_SPAN = 0.1;

    private final double low;
    private final double span;

    private Sparkline(double[] known) {
        double median = Median.of(known);
        double least = known[0];
        double most = known[0];
        for (double us : known) {
            least = Math.min(least, us);
            most = Math.max(most, us);
        }
        span = Math.max(Math.max(most - least, LEAST_SPAN * median), 1);
        low = (least + most - span) / 2;
    }

    /** As many builds in a character as it takes to need no more columns. */
    public static Cell of(Series series, int columns) {
        double[] known = known(series.us());
        if (known.length == 0) {
            return Cell.of("");
        }
        int room = Math.max(1, columns - series.changes().size());
        int builds = series.us().size();
        int width = (builds + room - 1) / room;
        Sparkline line = new Sparkline(known);
        StringBuilder text = new StringBuilder();
        for (int from = 0; from < builds; from += width) {
            int to = Math.min(builds, from + width);
            if (changes(series, from, to)) {
                text.append(CHANGE);
            }
            text.append(line.block(series.us().subList(from, to)));
        }
        return Cell.of(text.toString(), Ink.BAR);
    }

    private static boolean changes(Series series, int from, int to) {
        return series.changes().stream().mapToInt(ChangePoint::index).anyMatch(at -> at >= from && at < to);
    }

    private String block(List<@Nullable Long> us) {
        double[] known = known(us);
        if (known.length == 0) {
            return " ";
        }
        int height = (int) Math.round((Median.of(known) - low) / span * (BLOCKS.length() - 1));
        return BLOCKS.substring(height, height + 1);
    }

    private static double[] known(List<@Nullable Long> us) {
        return us.stream()
                .filter(Objects::nonNull)
                .mapToDouble(Long::doubleValue)
                .toArray();
    }
}
