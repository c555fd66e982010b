package io.bootledger.reports.png.draw;

/**
 * A filled rectangle, in pixels from the top left of the drawing.
 *
 * @param rgb its colour
 * @param text what stands inside; empty for nothing
 * @param alarm whether it is outlined, because what it shows failed
 */
public record Box(int x, int y, int width, int height, int rgb, String text, boolean alarm) {}
