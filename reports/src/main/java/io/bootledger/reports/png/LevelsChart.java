package io.bootledger.reports.png;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Rectangle;
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
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/** A chart of horizontal bars with their values written out. */
final class LevelsChart {
    private static final int BAR = 40;
    private static final int AROUND = 150;
    /** Room behind the longest bar for its words. */
    private static final double MARGIN = 0.3;

    static BufferedImage of(LevelsLayout layout) {
        int height = AROUND + BAR * Math.max(2, layout.bars().size());
        BufferedImage image = new BufferedImage(Png.WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        chart(layout).draw(graphics, new Rectangle(Png.WIDTH, height));
        graphics.dispose();
        return image;
    }

    private static JFreeChart chart(LevelsLayout layout) {
        DefaultCategoryDataset values = new DefaultCategoryDataset();
        layout.bars().forEach(bar -> values.addValue(bar.durationUs() / 1e3, "", bar.name()));
        NumberAxis axis = Look.axis(layout.axis());
        axis.setUpperMargin(MARGIN);
        CategoryPlot plot = new CategoryPlot(values, names(), axis, new Bars(layout.bars()));
        Look.plain(plot);
        plot.setInsets(new RectangleInsets(8, 20, 0, 40));
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeGridlinePaint(Look.GRID);
        plot.setFixedLegendItems(new LegendItemCollection());
        return Look.chart(layout.title(), layout.subtitle(), List.of(), plot);
    }

    private static CategoryAxis names() {
        CategoryAxis names = new CategoryAxis();
        names.setTickLabelFont(Fonts.SUBTITLE);
        names.setTickLabelPaint(Look.INK);
        names.setAxisLinePaint(Look.FAINT);
        names.setLowerMargin(0.01);
        names.setUpperMargin(0.01);
        names.setMaximumCategoryLabelWidthRatio(0.3f);
        return names;
    }

    private static final class Bars extends BarRenderer {
        private static final long serialVersionUID = 1;

        private final transient List<LevelsLayout.Bar> bars;

        Bars(List<LevelsLayout.Bar> bars) {
            this.bars = bars;
            setBarPainter(new StandardBarPainter());
            setShadowVisible(false);
            setDrawBarOutline(false);
            setItemMargin(0);
            setDefaultItemLabelsVisible(true);
            setDefaultItemLabelFont(Fonts.SUBTITLE);
            setDefaultItemLabelPaint(Look.INK);
            setDefaultItemLabelGenerator(new Words(bars));
            setDefaultPositiveItemLabelPosition(
                    new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
        }

        @Override
        public Paint getItemPaint(int row, int column) {
            return new Color(bars.get(column).rgb());
        }
    }

    private record Words(List<LevelsLayout.Bar> bars) implements CategoryItemLabelGenerator {
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

    private LevelsChart() {}
}
