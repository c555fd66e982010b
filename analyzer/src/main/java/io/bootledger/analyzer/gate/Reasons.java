package io.bootledger.analyzer.gate;

/** The verdict in a sentence. */
final class Reasons {
    private Reasons() {}

    static String of(Verdict verdict, boolean global, boolean interleaved) {
        return switch (verdict) {
            case OK -> "nothing grew by more than its margin beyond doubt";
            case REGRESSED ->
                global && interleaved
                        ? "slower as a whole: clock, host, compiler or a debug option"
                        : "slower by more than the margin, or newly failing";
            case INCONCLUSIVE ->
                global
                        ? "slower as a whole, which the host may have caused: boot both kernels in turn and tell with"
                                + " --order interleaved"
                        : "seems slower, but that may be chance: boot more often";
            case INSUFFICIENT ->
                "fewer than " + GateRule.FEWEST_BOOTS
                        + " complete boots on a side prove nothing: boot each kernel at least 5 times";
        };
    }
}
