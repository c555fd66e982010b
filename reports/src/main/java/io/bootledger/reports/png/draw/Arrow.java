package io.bootledger.reports.png.draw;

/** From one lane's row to another's, in pixels from the top left of the drawing; the head is at the second end. */
public record Arrow(int x, int fromY, int toX, int toY) {}
