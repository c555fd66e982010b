package io.bootledger.reports.png.draw;

/**
 * A moment, drawn as a line through all lanes.
 *
 * @param x in pixels
 * @param rgb its colour
 */
public record MomentLine(int x, int rgb, String text) {}
