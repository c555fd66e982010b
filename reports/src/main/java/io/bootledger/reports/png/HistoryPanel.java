package io.bootledger.reports.png;

import io.bootledger.analyzer.history.Series;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.HistoryCurve;
import io.bootledger.reports.HistoryCurve.Level;
import io.bootledger.reports.HistoryCurve.Tone;
import io.bootledger.reports.HistoryView;
import io.bootledger.reports.HistoryView.Finding;
import io.bootledger.reports.png.draw.ChartStyle;
import io.bootledger.reports.png.draw.Fonts;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Polygon;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.util.List;
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
    private final HistoryCurve curve;
    private final Series series;
    private final XYSeriesCollection values = new XYSeriesCollection();
    private final double edge;
    private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);

    private HistoryPanel(HistoryCurve curve) {
        this.curve = curve;
        this.series = curve.series();
        this.edge = curve.edgeUs() / 1e3;
    }

    static XYPlot of(HistoryCurve curve) {
        return new HistoryPanel(curve).plot();
    }

    private XYPlot plot() {
        points(Double.NEGATIVE_INFINITY, edge, new Ellipse2D.Double(-3, -3, 6, 6));
        points(edge, Double.POSITIVE_INFINITY, BEYOND);
        XYPlot plot = new XYPlot(values, null, axis(), renderer);
        List<Finding> findings = curve.findings();
        curve.levels().forEach(this::level);
        for (int i = 0; i < findings.size(); i++) {
            plot.addDomainMarker(mark(findings.get(i), i % ROWS_OF_WORDS));
        }
        ChartStyle.plain(plot);
        plot.setRangeGridlinePaint(ChartStyle.GRID);
        plot.setDomainGridlinesVisible(false);
        return plot;
    }

    private NumberAxis axis() {
        NumberAxis axis = ChartStyle.axis(Headings.shortened(HistoryView.title(series), LONGEST_NAME) + " ms");
        axis.setAutoRangeIncludesZero(false);
        axis.setAutoRangeMinimumSize(Math.max(LEAST_SPAN * largestMillis(), ONE_MICROSECOND_MS));
        axis.setUpperMargin(ROOM_FOR_WORDS);
        return axis;
    }

    private double largestMillis() {
        return Math.min(edge, line(0, series.us().size()).getMaxY());
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
    private void level(Level level) {
        XYSeries line = new XYSeries(values.getSeriesCount());
        line.add(level.from() - HALF, level.us() / 1e3);
        line.add(level.to() - HALF, level.us() / 1e3);
        renderer.setSeriesPaint(values.getSeriesCount(), new Color(level.tone().rgb()));
        renderer.setSeriesStroke(values.getSeriesCount(), new BasicStroke(3));
        values.addSeries(line);
    }

    /** @param row below the top, so that neighbours do not cover each other */
    private static ValueMarker mark(Finding finding, int row) {
        ValueMarker mark = new ValueMarker(finding.change().index() - HALF);
        mark.setPaint(new Color(Tone.of(finding).rgb()));
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
