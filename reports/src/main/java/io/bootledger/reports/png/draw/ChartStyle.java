package io.bootledger.reports.png.draw;

import java.awt.Color;
import java.awt.RenderingHints;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** How every chart looks: dark ink on white paper, no frames, no locale. */
public final class ChartStyle {
    public static final Color INK = new Color(0x1F2328);
    public static final Color FAINT = new Color(0x59636E);
    public static final Color GRID = new Color(0xE4E7EB);

    public static JFreeChart chart(String title, String subtitle, List<String> notes, Plot plot) {
        JFreeChart chart = new JFreeChart(null, Fonts.TITLE, plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setTextAntiAlias(true);
        chart.getRenderingHints().put(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        chart.addSubtitle(heading(title, true));
        chart.addSubtitle(heading(subtitle, false));
        for (int i = notes.size() - 1; i >= 0; i--) {
            chart.addSubtitle(note(notes.get(i)));
        }
        LegendTitle legend = new LegendTitle(plot);
        legend.setItemFont(Fonts.LABEL);
        legend.setItemPaint(INK);
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setPadding(4, 0, 8, 0);
        chart.addSubtitle(legend);
        return chart;
    }

    public static void plain(Plot plot) {
        plot.setInsets(new RectangleInsets(4, 0, 0, 0));
        plot.setOutlineVisible(false);
        plot.setBackgroundPaint(Color.WHITE);
    }

    /** Numbers as everywhere else here, whatever the machine's locale. */
    public static NumberAxis axis(String label) {
        NumberAxis axis = new NumberAxis(label);
        axis.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
        axis.setNumberFormatOverride(new DecimalFormat("0.######", DecimalFormatSymbols.getInstance(Locale.ROOT)));
        axis.setLabelFont(Fonts.LABEL);
        axis.setTickLabelFont(Fonts.LABEL);
        axis.setLabelPaint(FAINT);
        axis.setTickLabelPaint(FAINT);
        axis.setAxisLinePaint(FAINT);
        axis.setTickMarkPaint(FAINT);
        return axis;
    }

    private static TextTitle heading(String text, boolean main) {
        TextTitle title = new TextTitle(text, main ? Fonts.TITLE : Fonts.SUBTITLE);
        title.setPaint(main ? INK : FAINT);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setPadding(main ? 12 : 2, 20, main ? 0 : 6, 20);
        return title;
    }

    private static TextTitle note(String text) {
        TextTitle note = new TextTitle(text, Fonts.LABEL);
        note.setPaint(FAINT);
        note.setPosition(RectangleEdge.BOTTOM);
        note.setHorizontalAlignment(HorizontalAlignment.LEFT);
        note.setPadding(0, 20, 4, 20);
        return note;
    }

    private ChartStyle() {}
}
