package io.bootledger.simulator.faults;

import io.bootledger.simulator.machine.Arch;
import io.bootledger.simulator.machine.VersionRange;
import io.bootledger.traces.event.KernelVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line of a block that a kernel prints about a fault.
 *
 * @param block what the block is about: {@code complaint}, {@code oops}, {@code panic}, or a part of such a one
 * @param archs the architectures on which it is printed; none for all
 * @param kernels those that print it
 * @param severity as printk has it, 0 to 7
 * @param kind what kind of line it is
 * @param text its words, {@code {word}} for what the machine adds; of a block, its name
 * @param source the file and function of the kernel that print it
 */
public record FaultRow(
        String block, List<Arch> archs, VersionRange kernels, int severity, Kind kind, String text, String source) {
    private static final Pattern WORD = Pattern.compile("\\{([a-z_]+)}");

    /** What a reader takes a line for. */
    public enum Kind {
        SAID,
        MISBEHAVED,
        WARNED,
        OOPSED,
        PANICKED,
        /** No line: the kernel panics here where it was told to, by these words. */
        STOPS,
        /** No line: another block. */
        BLOCK
    }

    static FaultRow of(String[] cells) {
        List<String> archs = cells[1].isEmpty() ? List.of() : List.of(cells[1].split(","));
        return new FaultRow(
                cells[0],
                Arrays.stream(Arch.values())
                        .filter(arch -> archs.contains(arch.toString()))
                        .toList(),
                VersionRange.of(cells[2], cells[3]),
                Integer.parseInt(cells[4]),
                Kind.valueOf(cells[5].toUpperCase(Locale.ROOT)),
                cells[6],
                cells[7]);
    }

    boolean holds(Arch arch, KernelVersion version) {
        return (archs.isEmpty() || archs.contains(arch)) && kernels.holds(version);
    }

    /** The line's text; null where one of its words is not there, and with it the line. */
    public @Nullable String with(Function<String, @Nullable String> words) {
        StringBuilder whole = new StringBuilder();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            String value = words.apply(word.group(1));
            if (value == null) {
                return null;
            }
            word.appendReplacement(whole, Matcher.quoteReplacement(value));
        }
        return word.appendTail(whole).toString();
    }
}
