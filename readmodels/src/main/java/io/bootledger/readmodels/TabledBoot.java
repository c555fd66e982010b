package io.bootledger.readmodels;

import io.bootledger.analyzer.compare.measure.BootSummary;
import io.bootledger.traces.store.BootHeader;

/** A boot as a table of summaries has it: what a store says of it, and what is remembered of it. */
public record TabledBoot(BootHeader header, BootSummary summary) {}
