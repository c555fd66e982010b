package io.bootledger.cli.process;

import io.bootledger.analyzer.compare.measure.Environment;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option that says what of two sides' environment may differ. */
public final class AllowedDifferences {
    @Option(
            names = "--allow-env-diff",
            paramLabel = "KEY",
            description =
                    "Compare although this differs: machine, console, loglevel, clocksource, handover ... May be repeated.",
            converter = Key.class)
    private Set<String> keys = Set.of();

    public Set<String> keys() {
        return keys;
    }

    /** A word that the gate and {@code compare} know: another would allow nothing, and nobody would notice. */
    static final class Key implements ITypeConverter<String> {
        @Override
        public String convert(String word) {
            if (!Environment.KEYS.contains(word)) {
                throw new TypeConversionException(word + ": no such thing is held against each other: it is one of "
                        + String.join(", ", Environment.KEYS));
            }
            return word;
        }
    }
}
