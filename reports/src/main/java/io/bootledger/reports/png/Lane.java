package io.bootledger.reports.png;

/**
 * One row of the drawing and its name in the margin.
 *
 * @param y its top
 */
record Lane(String name, int y, int height) {}
