package io.bootledger.reports.trace;

import java.util.List;

/**
 * A row of a trace: slices that nest.
 *
 * @param name for people: {@code boot thread}
 * @param slices each after those that began before it and after those it lies in
 */
record Track(String name, List<Slice> slices) {}
