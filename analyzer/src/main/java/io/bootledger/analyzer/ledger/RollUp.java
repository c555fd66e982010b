package io.bootledger.analyzer.ledger;

/**
 * What the initcalls and probes of a group took together on the boot thread.
 *
 * @param name a level, or a subsystem
 */
public record RollUp(String name, long us) {}
