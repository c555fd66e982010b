package io.bootledger.cli.gate;

import io.bootledger.analyzer.statistics.Design;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how many boots each side has: {@code 6}, or {@code 20v5}, the baseline's first. */
final class BootCounts implements ITypeConverter<Design> {
    private static final int MOST = 100;
    private static final Pattern COUNTS = Pattern.compile("(\\d{1,3})(?:v(\\d{1,3}))?");

    @Override
    public Design convert(String text) {
        Matcher counts = COUNTS.matcher(text.strip());
        if (counts.matches()) {
            int baseline = Integer.parseInt(counts.group(1));
            int candidate = counts.group(2) == null ? baseline : Integer.parseInt(counts.group(2));
            if (Math.min(baseline, candidate) >= 1 && Math.max(baseline, candidate) <= MOST) {
                return new Design(baseline, candidate);
            }
        }
        throw new TypeConversionException("'" + text + "' is not 1 to " + MOST + " boots a side, as 6 or 20v5");
    }
}
