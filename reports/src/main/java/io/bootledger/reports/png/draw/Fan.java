package io.bootledger.reports.png.draw;

/**
 * Leads from a stretch of one scale to the same stretch on the scale below, in pixels from the top left of the drawing.
 *
 * @param fromX where the stretch begins above
 * @param toX where it ends above
 * @param y the lower edge of what is above
 * @param belowFromX where it begins below
 * @param belowToX where it ends below
 * @param belowY the upper edge of what is below
 */
public record Fan(int fromX, int toX, int y, int belowFromX, int belowToX, int belowY) {}
