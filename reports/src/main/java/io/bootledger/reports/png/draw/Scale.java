package io.bootledger.reports.png.draw;

/** Places moments on a line of pixels. */
public record Scale(long fromUs, long toUs, int width) {
    public Scale {
        if (toUs <= fromUs || width < 1) {
            throw new IllegalArgumentException("an empty scale: " + fromUs + " to " + toUs + " on " + width);
        }
    }

    /** Within the line, whatever the moment. */
    public int x(long us) {
        long inside = Math.max(0, Math.min(toUs, us) - fromUs);
        return (int) (inside * width / (toUs - fromUs));
    }

    public boolean shows(long startUs, long endUs) {
        return endUs >= fromUs && startUs <= toUs;
    }
}
