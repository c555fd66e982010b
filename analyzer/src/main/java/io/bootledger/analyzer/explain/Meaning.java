package io.bootledger.analyzer.explain;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.failures.Failure;
import io.bootledger.analyzer.timeline.Initcall;
import org.jspecify.annotations.Nullable;

/** What an outcome says. */
final class Meaning {
    static @Nullable String of(BootAnalysis boot, Initcall call) {
        return boot.failures().stream()
                .filter(failure -> failure.kind() != Failure.Kind.PROBE && isAbout(failure, call))
                .map(Failure::explanation)
                .findFirst()
                .orElseGet(() -> harmless(call));
    }

    private static boolean isAbout(Failure failure, Initcall call) {
        boolean line = failure.line() == call.line() || call.endLine() != null && failure.line() == call.endLine();
        return line && failure.name().equals(call.function());
    }

    private static @Nullable String harmless(Initcall call) {
        return switch (call.outcome()) {
            case POSITIVE -> "a positive number, which the kernel ignores";
            case UNKNOWN -> "the log does not hold the return value";
            default -> null;
        };
    }

    private Meaning() {}
}
