package io.bootledger.reports.png.draw;

import io.bootledger.reports.DurationText;
import io.bootledger.reports.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sheet a boot is laid out on, lane below lane. */
public final class Sheet {
    public static final int PADDING = 10;

    private final Scale scale;
    private final List<DrawnLane> lanes = new ArrayList<>();
    private final List<Box> boxes = new ArrayList<>();
    private final List<Flag> flags = new ArrayList<>();
    private final List<MomentLine> marks = new ArrayList<>();
    private final List<Fan> fans = new ArrayList<>();
    private final List<Arrow> arrows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Drawing.Key> legend = new LinkedHashMap<>();
    private int y = PADDING / 2;

    public Sheet(Scale scale) {
        this.scale = scale;
    }

    public Scale scale() {
        return scale;
    }

    /** The top of what is placed next. */
    public int y() {
        return y;
    }

    public void skip(int height) {
        y += height;
    }

    public void lane(String name, int height) {
        lanes.add(new DrawnLane(name, y, height));
        y += height + PADDING;
    }

    public void box(Box box) {
        boxes.add(box);
    }

    public void flags(List<Flag> placed) {
        flags.addAll(placed);
    }

    public void mark(MomentLine mark) {
        marks.add(mark);
    }

    public void fan(Fan fan) {
        fans.add(fan);
    }

    public void arrow(Arrow arrow) {
        arrows.add(arrow);
    }

    public void note(String note) {
        notes.add(note);
    }

    public void key(String text, int rgb, boolean alarm) {
        legend.putIfAbsent(text, new Drawing.Key(text, rgb, alarm));
    }

    /** What fits into that width: name and duration, the name, or nothing. */
    public static String inside(int width, String name, long durationUs) {
        String whole = named(name, durationUs);
        String bare = Printable.of(name);
        return Flag.width(whole) + 6 <= width ? whole : Flag.width(bare) + 6 <= width ? bare : "";
    }

    public static String named(String name, long durationUs) {
        return Printable.of(name) + " " + DurationText.rounded(durationUs);
    }

    public Drawing drawing(String title, String subtitle, String axis) {
        return new Drawing(
                title,
                subtitle,
                axis,
                scale,
                y,
                lanes,
                boxes,
                flags,
                marks,
                fans,
                arrows,
                List.copyOf(legend.values()),
                notes);
    }
}
