package io.bootledger.analyzer.waits;

import io.bootledger.analyzer.timeline.CauseEvidence;

/**
 * A wait of the boot thread.
 *
 * @param by who ends it, as far as known: a worker's function, a thread, a device; the line's own words
 * @param us how long; the lower bound is 0 unless the evidence carries one
 * @param rule the rule that found it, as docs/causes.md numbers them
 * @param line the log line that shows it
 */
public record Wait(WaitedFor what, String by, Bounds us, CauseEvidence evidence, String rule, long line) {}
