package io.bootledger.analyzer.advice;

/** Evidence without which a rule says nothing. */
enum RequiredEvidence {
    COMMAND_LINE,
    /** The banner, for what differs between kernels. */
    VERSION,
    INITCALLS,
    /** {@code probe of} lines (4.19 and later). */
    PROBES,
    /** Time stamps. */
    LEDGER,
    /** Enough initcalls with both clocks. */
    OBSERVER
}
