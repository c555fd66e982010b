package io.bootledger.reports.png.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;

/** Paints a drawing at its place. */
public final class Painter {
    private static final Color LANE = new Color(0xF3F5F7);
    private static final Color FAN = new Color(0xDDE8F6);
    /** Lets a line behind a label shine through, but not so much that it strikes the label out. */
    private static final Color PAPER = new Color(255, 255, 255, 215);

    private final Graphics2D graphics;
    private final int left;
    private final int top;
    private final int height;

    public Painter(Graphics2D graphics, int left, int top, int height) {
        this.graphics = graphics;
        this.left = left;
        this.top = top;
        this.height = height;
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setFont(Fonts.LABEL);
    }

    public void paint(Drawing drawing) {
        drawing.lanes().forEach(lane -> lane(lane, drawing.scale().width()));
        drawing.fans().forEach(this::fan);
        drawing.boxes().forEach(this::box);
        drawing.arrows().forEach(this::arrow);
        drawing.marks().forEach(mark -> mark(mark, drawing.height()));
        drawing.flags().forEach(this::flag);
    }

    private void lane(DrawnLane lane, int width) {
        graphics.setColor(LANE);
        graphics.fillRect(left, top + lane.y(), width, lane.height());
        graphics.setColor(ChartStyle.FAINT);
        int textWidth = graphics.getFontMetrics().stringWidth(lane.name());
        text(lane.name(), left - textWidth - 10, lane.y() + Math.min(lane.height(), 60) / 2);
    }

    private void box(Box box) {
        graphics.setColor(new Color(box.rgb()));
        graphics.fillRect(left + box.x(), top + box.y(), box.width(), box.height());
        if (!box.text().isEmpty()) {
            graphics.setColor(Color.WHITE);
            text(box.text(), left + box.x() + 5, box.y() + box.height() / 2);
        }
        if (box.alarm()) {
            graphics.setColor(new Color(box.rgb()));
            int middle = left + box.x() + box.width() / 2;
            int[] xs = {middle - 5, middle + 5, middle};
            int foot = top + box.y() + box.height();
            graphics.fillPolygon(xs, new int[] {foot + 7, foot + 7, foot}, 3);
        }
    }

    private void fan(Fan fan) {
        int[] xs = {left + fan.fromX(), left + fan.toX(), left + fan.belowToX(), left + fan.belowFromX()};
        int[] ys = {top + fan.y(), top + fan.y(), top + fan.belowY(), top + fan.belowY()};
        graphics.setColor(FAN);
        graphics.fillPolygon(xs, ys, xs.length);
    }

    private void arrow(Arrow arrow) {
        graphics.setColor(ChartStyle.INK);
        int x = left + arrow.toX();
        int y = top + arrow.toY();
        graphics.drawLine(left + arrow.x(), top + arrow.fromY(), x, y);
        int dx = 4 * Integer.signum(arrow.toX() - arrow.x());
        int dy = 4 * Integer.signum(arrow.toY() - arrow.fromY());
        graphics.fillPolygon(new int[] {x, x - dx - dy, x - dx + dy}, new int[] {y, y - dy - dx, y - dy + dx}, 3);
    }

    private void mark(MomentLine mark, int bottom) {
        graphics.setColor(new Color(mark.rgb()));
        graphics.setStroke(
                new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {5, 4}, 0));
        graphics.drawLine(left + mark.x(), top + mark.fromY(), left + mark.x(), top + Math.min(height, bottom));
        graphics.setStroke(new BasicStroke(1));
    }

    private void flag(Flag flag) {
        if (flag.y() != flag.footY()) {
            graphics.setColor(ChartStyle.FAINT);
            graphics.drawLine(left + flag.x(), top + flag.y(), left + flag.x(), top + flag.footY());
        }
        FontMetrics metrics = graphics.getFontMetrics();
        // A text that had to move left of its pole keeps its end.
        int surplus = flag.textX() < flag.x() ? Flag.width(flag.text()) - metrics.stringWidth(flag.text()) : 0;
        int x = left + flag.textX() + surplus;
        graphics.setColor(PAPER);
        graphics.fillRect(x - 1, top + flag.y() - 7, metrics.stringWidth(flag.text()) + 2, 15);
        graphics.setColor(ChartStyle.INK);
        text(flag.text(), x, flag.y());
    }

    private void text(String text, int x, int middleY) {
        FontMetrics metrics = graphics.getFontMetrics();
        graphics.drawString(text, x, top + middleY + (metrics.getAscent() - metrics.getDescent()) / 2);
    }
}
