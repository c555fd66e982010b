package io.bootledger.reports.png.draw;

/**
 * A moment, drawn as a line through all lanes that have its scale.
 *
 * @param x in pixels
 * @param fromY where these lanes begin, in pixels
 * @param rgb its colour
 */
public record MomentLine(int x, int fromY, int rgb, String text) {}
