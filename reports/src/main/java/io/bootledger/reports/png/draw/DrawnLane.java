package io.bootledger.reports.png.draw;

/**
 * One row of the drawing and its name in the margin.
 *
 * @param y its top
 */
public record DrawnLane(String name, int y, int height) {}
