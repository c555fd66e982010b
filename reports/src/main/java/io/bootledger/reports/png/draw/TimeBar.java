package io.bootledger.reports.png.draw;

/**
 * A horizontal bar.
 *
 * @param durationUs how long; in a waterfall by how much it moves on, which may be backwards
 * @param text the words at its end
 * @param part part of the bar above it: thin, its name faint
 */
public record TimeBar(String name, long durationUs, int rgb, String text, boolean part) {}
