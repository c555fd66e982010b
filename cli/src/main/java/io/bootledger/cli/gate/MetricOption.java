package io.bootledger.cli.gate;

import io.bootledger.analyzer.gate.MetricPattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A metric as a word of the command line. */
public final class MetricOption implements ITypeConverter<MetricPattern> {
    @Override
    public MetricPattern convert(String word) {
        try {
            return MetricPattern.of(word);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
