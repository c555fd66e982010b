package io.bootledger.analyzer.ledger;

/**
 * What the initcalls and probes of a group took together on the boot thread.
 *
 * @param name a level, or a subsystem
 * @param doubtfulUs how much of it is told by stamps in doubt
 */
public record RollUp(String name, long us, long doubtfulUs) {
    /** Both together. */
    public RollUp plus(RollUp other) {
        return new RollUp(name, us + other.us, doubtfulUs + other.doubtfulUs);
    }
}
