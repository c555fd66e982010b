package io.bootledger.analyzer.axis;

/**
 * A moment that a loader noted by a clock of its own.
 *
 * @param clock whose: {@code bootstage}, {@code coreboot}, {@code FPDT}
 * @param name as it calls it: {@code board_init_f}, {@code start of romstage}
 * @param us since that clock started
 * @param tookUs since the one before of the same clock
 */
public record LoaderMark(String clock, String name, long us, long tookUs) {}
