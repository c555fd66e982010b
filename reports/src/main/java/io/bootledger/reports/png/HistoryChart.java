package io.bootledger.reports.png;

import io.bootledger.analyzer.history.Build;
import io.bootledger.reports.HistoryCurve;
import io.bootledger.reports.HistoryView;
import io.bootledger.reports.Printable;
import io.bootledger.reports.png.draw.ChartStyle;
import io.bootledger.reports.png.draw.Fonts;
import io.bootledger.reports.png.draw.Png;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.ui.RectangleInsets;

/** A panel for the total and for each metric that changed most, over the same builds. */
final class HistoryChart {
    private static final String KEY =
            "A point is a build, a line the level on which builds settled: red where it became slower,"
                    + " green where faster, amber where slower and accepted. A triangle is a build beyond the scale.";
    private static final int MOST_PANELS = 6;
    private static final int MOST_NAMES = 40;
    private static final int LONGEST_NAME = 30;
    private static final int WIDEST_LETTER = 10;
    /** What the axis of values and the margins take of the width. */
    private static final int BESIDE = 160;

    private static final int PANEL = 220;
    private static final int AROUND = 260;

    private final HistoryView view;
    private final List<HistoryCurve> shown;

    private HistoryChart(HistoryView view) {
        this.view = view;
        this.shown = view.curves().stream().limit(MOST_PANELS).toList();
    }

    static BufferedImage of(HistoryView view) {
        HistoryChart chart = new HistoryChart(view);
        int height = AROUND + PANEL * Math.max(1, chart.shown.size());
        BufferedImage image = new BufferedImage(Png.WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        chart.chart().draw(graphics, new Rectangle(Png.WIDTH, height));
        graphics.dispose();
        return image;
    }

    private JFreeChart chart() {
        CombinedDomainXYPlot plot = new CombinedDomainXYPlot(names());
        plot.setGap(14);
        shown.forEach(curve -> plot.add(HistoryPanel.of(curve)));
        ChartStyle.plain(plot);
        plot.setFixedLegendItems(new LegendItemCollection());
        plot.setInsets(new RectangleInsets(8, 20, 14, 40));
        return ChartStyle.chart(view.summary(), subtitle(), notes(), plot);
    }

    /** Build by build, as many names as fit. */
    private SymbolAxis names() {
        List<Build> builds = view.history().builds();
        SymbolAxis axis = new SymbolAxis(
                null,
                builds.stream()
                        .map(build -> Headings.shortened(build.name(), LONGEST_NAME))
                        .toArray(String[]::new));
        int step = (builds.size() + MOST_NAMES - 1) / MOST_NAMES;
        axis.setTickUnit(new NumberTickUnit(step));
        axis.setVerticalTickLabels(!lieFlat(builds, step));
        axis.setTickLabelFont(Fonts.LABEL);
        axis.setTickLabelPaint(ChartStyle.FAINT);
        axis.setAxisLinePaint(ChartStyle.FAINT);
        axis.setTickMarkPaint(ChartStyle.FAINT);
        axis.setGridBandsVisible(false);
        axis.setRange(-1, builds.size());
        return axis;
    }

    /** Short names are read more easily as they are. */
    private static boolean lieFlat(List<Build> builds, int step) {
        int longest = builds.stream()
                .mapToInt(build -> Math.min(LONGEST_NAME, build.name().length()))
                .max()
                .orElse(0);
        return (longest + 1) * WIDEST_LETTER * (builds.size() + 1) <= step * (Png.WIDTH - BESIDE);
    }

    private String subtitle() {
        return "median of each build's boots (" + view.history().boots() + " in all), by " + Printable.of(view.by());
    }

    private List<String> notes() {
        int hidden = view.series().size() - shown.size();
        return hidden == 0
                ? List.of(KEY)
                : List.of(KEY, "and " + hidden + " more metrics, which changed less or not at all");
    }
}
