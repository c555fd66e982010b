package io.bootledger.reports.png;

import io.bootledger.analyzer.history.Series;
import io.bootledger.analyzer.statistics.Median;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.HistoryView;
import io.bootledger.reports.HistoryView.Finding;
import io.bootledger.reports.Palette;
import io.bootledger.reports.png.draw.ChartStyle;
import io.bootledger.reports.png.draw.Fonts;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Polygon;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYDataItem;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** One metric, build by build: its points, the levels on which it settled, and a word where it left one. */
final class HistoryPanel {
    private static final Color POINT = new Color(0x7F8894);
    private static final Color LEVEL = new Color(0x3B7FD4);
    private static final Color SLOWER = new Color(Palette.of(Outcome.FAILED));
    private static final Color ACCEPTED = new Color(Palette.of(Outcome.DEFERRED));
    private static final Color FASTER = new Color(Palette.of(Outcome.OK));
    private static final float[] DASHES = {4, 4};
    private static final Shape BEYOND = new Polygon(new int[] {-4, 0, 4}, new int[] {3, -4, 3}, 3);
    private static final Color PAPER = new Color(255, 255, 255, 200);
    private static final int ROWS_OF_WORDS = 2;
    private static final int LONGEST_WORDS = 70;
    private static final int LONGEST_NAME = 32;
    /** Between two builds. */
    private static final double HALF = 0.5;
    /** Noise is not blown up beyond this share of the largest value. */
    private static final double LEAST_SPAN = 0.1;

    /** Of a metric that is 0 in every boot. */
    private static final double ONE_MICROSECOND_MS = 0.001;

    private static final double ROOM_FOR_WORDS = 0.25;
    /** A build far above every level would flatten all others: beyond so many times the highest level it stands at the edge. */
    private static final double EDGE = 3;

    private final Series series;
    private final XYSeriesCollection values = new XYSeriesCollection();
    private double edge;
    private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);

    private HistoryPanel(Series series) {
        this.series = series;
    }

    /** @param findings the changes of this metric, in order */
    static XYPlot of(Series series, List<Finding> findings) {
        return new HistoryPanel(series).plot(findings);
    }

    private XYPlot plot(List<Finding> findings) {
        edge = edge(findings);
        points(Double.NEGATIVE_INFINITY, edge, new Ellipse2D.Double(-3, -3, 6, 6));
        points(edge, Double.POSITIVE_INFINITY, BEYOND);
        int from = 0;
        Color colour = LEVEL;
        XYPlot plot = new XYPlot(values, null, axis(), renderer);
        for (Finding finding : findings) {
            level(from, finding.change().index(), colour);
            from = finding.change().index();
            colour = colour(finding);
            plot.addDomainMarker(mark(finding, colour, findings.indexOf(finding) % ROWS_OF_WORDS));
        }
        level(from, series.us().size(), colour);
        ChartStyle.plain(plot);
        plot.setRangeGridlinePaint(ChartStyle.GRID);
        plot.setDomainGridlinesVisible(false);
        return plot;
    }

    private NumberAxis axis() {
        NumberAxis axis = ChartStyle.axis(Headings.shortened(HistoryView.name(series), LONGEST_NAME) + " ms");
        axis.setAutoRangeIncludesZero(false);
        axis.setAutoRangeMinimumSize(Math.max(LEAST_SPAN * largestMillis(), ONE_MICROSECOND_MS));
        axis.setUpperMargin(ROOM_FOR_WORDS);
        return axis;
    }

    private double largestMillis() {
        return Math.min(edge, line(0, series.us().size()).getMaxY());
    }

    private static Color colour(Finding finding) {
        return finding.alarming() ? SLOWER : finding.change().slower() ? ACCEPTED : FASTER;
    }

    /** In milliseconds. */
    private double edge(List<Finding> findings) {
        List<Integer> from = new ArrayList<>(List.of(0));
        findings.forEach(finding -> from.add(finding.change().index()));
        from.add(series.us().size());
        return EDGE
                * IntStream.range(1, from.size())
                        .mapToDouble(level -> median(line(from.get(level - 1), from.get(level))))
                        .max()
                        .orElseThrow();
    }

    private static double median(XYSeries builds) {
        return builds.isEmpty() ? 0 : Median.of(builds.toArray()[1]);
    }

    /** The builds above one value and up to another, in milliseconds. */
    private void points(double above, double upTo, Shape shape) {
        XYSeries points = new XYSeries(values.getSeriesCount());
        for (Object each : line(0, series.us().size()).getItems()) {
            XYDataItem point = (XYDataItem) each;
            if (point.getYValue() > above && point.getYValue() <= upTo) {
                points.add(point.getXValue(), Math.min(point.getYValue(), edge));
            }
        }
        renderer.setSeriesLinesVisible(values.getSeriesCount(), false);
        renderer.setSeriesShapesVisible(values.getSeriesCount(), true);
        renderer.setSeriesShape(values.getSeriesCount(), shape);
        renderer.setSeriesPaint(values.getSeriesCount(), POINT);
        values.addSeries(points);
    }

    private XYSeries line(int from, int to) {
        XYSeries line = new XYSeries(values.getSeriesCount());
        for (int build = from; build < to; build++) {
            Long us = series.us().get(build);
            if (us != null) {
                line.add(build, us / 1e3);
            }
        }
        return line;
    }

    /** A line from the first to the last build of a level, at their median. */
    private void level(int from, int to, Color colour) {
        XYSeries builds = line(from, to);
        if (builds.isEmpty()) {
            return;
        }
        double median = median(builds);
        XYSeries level = new XYSeries(values.getSeriesCount());
        level.add(from - HALF, median);
        level.add(to - HALF, median);
        renderer.setSeriesPaint(values.getSeriesCount(), colour);
        renderer.setSeriesStroke(values.getSeriesCount(), new BasicStroke(3));
        values.addSeries(level);
    }

    /** @param row below the top, so that neighbours do not cover each other */
    private static ValueMarker mark(Finding finding, Color colour, int row) {
        ValueMarker mark = new ValueMarker(finding.change().index() - HALF);
        mark.setPaint(colour);
        mark.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, DASHES, 0));
        String accepted = finding.accepted() == null
                ? ""
                : ", accepted: " + finding.accepted().reason();
        mark.setLabel(Headings.shortened(DurationText.signed(finding.shiftUs()) + accepted, LONGEST_WORDS));
        mark.setLabelBackgroundColor(PAPER);
        mark.setLabelFont(Fonts.LABEL);
        mark.setLabelPaint(ChartStyle.INK);
        boolean late = finding.change().index() > finding.series().us().size() / 2;
        mark.setLabelAnchor(late ? RectangleAnchor.TOP_LEFT : RectangleAnchor.TOP_RIGHT);
        mark.setLabelTextAnchor(late ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT);
        mark.setLabelOffset(new RectangleInsets(4 + row * 16, 6, 0, 6));
        return mark;
    }
}
