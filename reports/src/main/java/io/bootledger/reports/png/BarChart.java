package io.bootledger.reports.png;

import io.bootledger.reports.png.draw.Bars;
import io.bootledger.reports.png.draw.ChartStyle;
import io.bootledger.reports.png.draw.Fonts;
import io.bootledger.reports.png.draw.Png;
import io.bootledger.reports.png.draw.TimeBar;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.geom.RectangularShape;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.CategoryItemRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/** A chart of horizontal bars with their values written out. */
final class BarChart {
    private static final int AROUND = 150;
    /** Room behind the longest bar for its words. */
    private static final double MARGIN = 0.3;
    /** How thick a part is, compared with the bar that it is part of. */
    private static final double PART = 0.4;

    static BufferedImage of(Bars layout) {
        NumberAxis axis = ChartStyle.axis(layout.axis());
        axis.setUpperMargin(MARGIN);
        return draw(layout, axis, new Renderer(layout.bars()));
    }

    /** The bars below each other, as a renderer places them. */
    static BufferedImage draw(Bars layout, NumberAxis axis, CategoryItemRenderer renderer) {
        int height = AROUND + layout.pitch() * Math.max(2, layout.bars().size());
        BufferedImage image = new BufferedImage(Png.WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        chart(layout, axis, renderer).draw(graphics, new Rectangle(Png.WIDTH, height));
        graphics.dispose();
        return image;
    }

    private static JFreeChart chart(Bars layout, NumberAxis axis, CategoryItemRenderer renderer) {
        DefaultCategoryDataset values = new DefaultCategoryDataset();
        CategoryAxis names = names();
        for (TimeBar bar : layout.bars()) {
            Key key = new Key(values.getColumnCount(), bar.name());
            values.addValue(bar.durationUs() / 1e3, "", key);
            if (bar.part()) {
                names.setTickLabelFont(key, Fonts.LABEL);
                names.setTickLabelPaint(key, ChartStyle.FAINT);
            }
        }
        CategoryPlot plot = new CategoryPlot(values, names, axis, renderer);
        ChartStyle.plain(plot);
        plot.setInsets(new RectangleInsets(8, 20, 0, 40));
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeGridlinePaint(ChartStyle.GRID);
        plot.setFixedLegendItems(new LegendItemCollection());
        return ChartStyle.chart(layout.title(), layout.subtitle(), List.of(), plot);
    }

    private static CategoryAxis names() {
        CategoryAxis names = new CategoryAxis();
        names.setTickLabelFont(Fonts.SUBTITLE);
        names.setTickLabelPaint(ChartStyle.INK);
        names.setAxisLinePaint(ChartStyle.FAINT);
        names.setLowerMargin(0.01);
        names.setUpperMargin(0.01);
        names.setMaximumCategoryLabelWidthRatio(0.3f);
        return names;
    }

    /** Tells bars of the same name apart. */
    private record Key(int place, String name) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return Integer.compare(place, other.place);
        }

        /** What the axis shows. */
        @Override
        public String toString() {
            return name;
        }
    }

    private static final class Renderer extends BarRenderer {
        private static final long serialVersionUID = 1;

        private final transient List<TimeBar> bars;

        Renderer(List<TimeBar> bars) {
            this.bars = bars;
            setBarPainter(new ThinParts());
            setShadowVisible(false);
            setDrawBarOutline(false);
            setItemMargin(0);
            setDefaultItemLabelsVisible(true);
            setDefaultItemLabelGenerator(new Words(bars));
            setDefaultPositiveItemLabelPosition(
                    new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
        }

        private final class ThinParts extends StandardBarPainter {
            private static final long serialVersionUID = 1;

            @Override
            public void paintBar(
                    Graphics2D graphics,
                    BarRenderer renderer,
                    int row,
                    int column,
                    RectangularShape bar,
                    RectangleEdge base) {
                if (bars.get(column).part()) {
                    double height = bar.getHeight() * PART;
                    bar.setFrame(bar.getX(), bar.getCenterY() - height / 2, bar.getWidth(), height);
                }
                super.paintBar(graphics, renderer, row, column, bar, base);
            }
        }

        @Override
        public Font getItemLabelFont(int row, int column) {
            return bars.get(column).part() ? Fonts.LABEL : Fonts.SUBTITLE;
        }

        @Override
        public Paint getItemLabelPaint(int row, int column) {
            return bars.get(column).part() ? ChartStyle.FAINT : ChartStyle.INK;
        }

        @Override
        public Paint getItemPaint(int row, int column) {
            return new Color(bars.get(column).rgb());
        }
    }

    /** What stands at the end of each bar. */
    record Words(List<TimeBar> bars) implements CategoryItemLabelGenerator {
        @Override
        public String generateLabel(CategoryDataset values, int row, int column) {
            return bars.get(column).text();
        }

        @Override
        public String generateRowLabel(CategoryDataset values, int row) {
            return "";
        }

        @Override
        public String generateColumnLabel(CategoryDataset values, int column) {
            return bars.get(column).name();
        }
    }

    private BarChart() {}
}
