package io.bootledger.reports.png;

import io.bootledger.reports.Palette;
import io.bootledger.reports.png.draw.Bars;
import io.bootledger.reports.png.draw.ChartStyle;
import io.bootledger.reports.png.draw.Fonts;
import io.bootledger.reports.png.draw.TimeBar;
import java.awt.Color;
import java.awt.Paint;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.renderer.category.WaterfallBarRenderer;
import org.jfree.chart.ui.TextAnchor;

/** A chart of steps that each begin where the one before ended; the last bar is their sum. */
final class WaterfallChart {
    /** Room for the words of the bars that reach furthest. */
    private static final double MARGIN = 0.22;

    static BufferedImage of(Bars layout) {
        NumberAxis axis = ChartStyle.axis(layout.axis());
        axis.setLowerMargin(MARGIN);
        axis.setUpperMargin(MARGIN);
        return BarChart.draw(layout, axis, new Renderer(layout.bars()));
    }

    private static final class Renderer extends WaterfallBarRenderer {
        private static final long serialVersionUID = 1;

        Renderer(List<TimeBar> bars) {
            setDrawBarOutline(false);
            setItemMargin(0);
            setDefaultItemLabelsVisible(true);
            setDefaultItemLabelFont(Fonts.SUBTITLE);
            setDefaultItemLabelPaint(ChartStyle.INK);
            setDefaultItemLabelGenerator(new BarChart.Words(bars));
            setDefaultPositiveItemLabelPosition(
                    new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
            setDefaultNegativeItemLabelPosition(
                    new ItemLabelPosition(ItemLabelAnchor.OUTSIDE9, TextAnchor.CENTER_RIGHT));
            setFirstBarPaint(paint(bars.get(0)));
            setLastBarPaint(paint(bars.get(bars.size() - 1)));
            setPositiveBarPaint(new Color(Palette.SLOWER));
            setNegativeBarPaint(new Color(Palette.FASTER));
        }

        private static Paint paint(TimeBar bar) {
            return new Color(bar.rgb());
        }
    }

    private WaterfallChart() {}
}
