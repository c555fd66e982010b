package io.bootledger.reports.png;

/**
 * A moment, drawn as a line through all lanes.
 *
 * @param x in pixels
 * @param rgb its colour
 */
record Mark(int x, int rgb, String text) {}
