package io.bootledger.reports.png.draw;

import java.util.List;

/**
 * Bars below each other.
 *
 * @param axis what the bars measure
 * @param pitch pixels from bar to bar
 */
public record Bars(String title, String subtitle, String axis, int pitch, List<TimeBar> bars) {}
