package io.bootledger.reports.png;

import io.bootledger.analyzer.compare.Change;
import io.bootledger.analyzer.compare.Comparison;
import io.bootledger.analyzer.compare.KernelChange;
import io.bootledger.analyzer.compare.Waterfall;
import io.bootledger.analyzer.compare.Waterfall.Row;
import io.bootledger.reports.ComparisonWords;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.Palette;
import io.bootledger.reports.png.draw.Bars;
import io.bootledger.reports.png.draw.TimeBar;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A bar for each row of a waterfall, and one for their sum. The two colours differ for every eye, and signs say the same. */
final class WaterfallLayout {
    private static final int PITCH = 34;
    private static final int LONGEST_NAME = 50;

    /** Of a comparison that has a total. */
    static Bars of(Comparison comparison) {
        Waterfall waterfall = ComparisonWords.named(comparison);
        Change total = Objects.requireNonNull(comparison.total(), "the waterfall adds up to it");
        List<TimeBar> bars = new ArrayList<>();
        waterfall.rows().stream()
                .filter(row -> row.us() != 0)
                .map(WaterfallLayout::bar)
                .forEach(bars::add);
        bars.add(bar("in all", waterfall.totalUs(), Palette.UNKNOWN));
        String axis = "milliseconds slower (right) or faster (left), each step from where the one above ended";
        return new Bars(
                Headings.shortened("total " + ComparisonWords.change(total), Headings.MOST),
                subtitle(comparison),
                axis,
                PITCH,
                bars);
    }

    private static TimeBar bar(Row row) {
        return bar(ComparisonWords.name(row), row.us(), row.us() > 0 ? Palette.SLOWER : Palette.FASTER);
    }

    private static TimeBar bar(String name, long us, int rgb) {
        return new TimeBar(Headings.shortened(name, LONGEST_NAME), us, rgb, DurationText.signed(us), false);
    }

    private static String subtitle(Comparison comparison) {
        KernelChange kernels = comparison.kernels();
        return Headings.shortened(
                kernels(kernels.baselineReleases()) + " ("
                        + boots(comparison.baseline().size()) + ") against " + kernels(kernels.candidateReleases())
                        + " (" + boots(comparison.candidate().size()) + ")",
                Headings.MOST);
    }

    private static String kernels(List<String> releases) {
        return releases.isEmpty() ? "Linux, release unknown" : "Linux " + String.join(", ", releases);
    }

    private static String boots(int count) {
        return count + (count == 1 ? " boot" : " boots");
    }

    private WaterfallLayout() {}
}
