package io.bootledger.cli.process;

import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say under which circumstances two sides were booted. */
public final class BootConditions {
    private enum Order {
        INTERLEAVED,
        BLOCKS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--order",
            paramLabel = "interleaved|blocks",
            description = {
                "How the boots were made: in turn (ABAB), or one side after the other (the default). Only in turn is a",
                "machine that is slower as a whole the candidate's fault."
            })
    private Order order = Order.BLOCKS;

    @Mixin
    private AllowedDifferences allowed = new AllowedDifferences();

    public boolean interleaved() {
        return order == Order.INTERLEAVED;
    }

    public Set<String> allowed() {
        return allowed.keys();
    }
}
