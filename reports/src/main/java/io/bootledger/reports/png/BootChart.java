package io.bootledger.reports.png;

import io.bootledger.reports.png.draw.ChartStyle;
import io.bootledger.reports.png.draw.Drawing;
import io.bootledger.reports.png.draw.Painter;
import io.bootledger.reports.png.draw.Png;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;

/** A chart with a time axis and a legend, on which the drawing is painted. */
final class BootChart {
    private static final int LEFT = 110;
    private static final int AROUND = 150;
    private static final int NOTE = 20;
    private static final double MICROS = 1e6;

    static BufferedImage of(Drawing drawing) {
        int height = drawing.height() + AROUND + NOTE * drawing.notes().size();
        BufferedImage image = new BufferedImage(Png.WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        ChartRenderingInfo info = new ChartRenderingInfo();
        chart(drawing).draw(graphics, new Rectangle(Png.WIDTH, height), info);
        Rectangle2D area = info.getPlotInfo().getDataArea();
        Shape all = graphics.getClip();
        new Painter(graphics, (int) Math.round(area.getX()), (int) Math.round(area.getY()), (int) area.getHeight())
                .paint(drawing);
        graphics.setClip(all);
        graphics.dispose();
        return image;
    }

    private static JFreeChart chart(Drawing drawing) {
        XYPlot plot = new XYPlot(null, timeAxis(drawing), laneAxis(drawing), null);
        ChartStyle.plain(plot);
        AxisSpace left = new AxisSpace();
        left.setLeft(LEFT);
        left.setRight(Png.WIDTH - LEFT - BootLayout.WIDTH);
        plot.setFixedRangeAxisSpace(left);
        plot.setRangeGridlinesVisible(false);
        plot.setDomainGridlinePaint(ChartStyle.GRID);
        plot.setDomainGridlineStroke(new BasicStroke(1));
        plot.setFixedLegendItems(legend(drawing));
        return ChartStyle.chart(drawing.title(), drawing.subtitle(), drawing.notes(), plot);
    }

    private static NumberAxis timeAxis(Drawing drawing) {
        NumberAxis axis = ChartStyle.axis(drawing.axis());
        axis.setRange(drawing.scale().fromUs() / MICROS, drawing.scale().toUs() / MICROS);
        return axis;
    }

    private static NumberAxis laneAxis(Drawing drawing) {
        NumberAxis axis = ChartStyle.axis("");
        axis.setRange(0, drawing.height());
        axis.setVisible(false);
        return axis;
    }

    private static LegendItemCollection legend(Drawing drawing) {
        LegendItemCollection items = new LegendItemCollection();
        for (Drawing.Key key : drawing.legend()) {
            LegendItem item = new LegendItem(key.text(), new Color(key.rgb()));
            item.setShape(new Rectangle(-6, -6, 12, 12));
            items.add(item);
        }
        return items;
    }

    private BootChart() {}
}
