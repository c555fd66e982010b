package io.bootledger.cli.process;

import java.util.Set;
import picocli.CommandLine.Option;

/** The option that says what of two sides' environment may differ. */
public final class AllowedDifferences {
    @Option(
            names = "--allow-env-diff",
            paramLabel = "KEY",
            description =
                    "Compare although this differs: machine, console, loglevel, clocksource, handover ... May be repeated.")
    private Set<String> keys = Set.of();

    public Set<String> keys() {
        return keys;
    }
}
