package io.bootledger.reports.png.draw;

import java.util.List;

/**
 * A boot laid out: what stands where, in pixels. Nothing in it depends on fonts, so it can be compared.
 *
 * @param scale the time axis; null when there is nothing to place on one
 * @param height of the whole drawing
 * @param boxes in drawing order
 * @param notes what is not shown, and why; below the drawing
 * @param legend in order
 */
public record Drawing(
        String title,
        String subtitle,
        String axis,
        Scale scale,
        int height,
        List<DrawnLane> lanes,
        List<Box> boxes,
        List<Flag> flags,
        List<MomentLine> marks,
        List<Fan> fans,
        List<Arrow> arrows,
        List<Key> legend,
        List<String> notes) {
    /** What a colour means. */
    public record Key(String text, int rgb, boolean alarm) {}
}
