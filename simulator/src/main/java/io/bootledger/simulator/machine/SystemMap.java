package io.bootledger.simulator.machine;

import io.bootledger.traces.event.InitcallLevel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The symbol table of a linked image: what {@code nm} says ({@code System.map}), or the running kernel itself. */
public final class SystemMap {
    private record Symbol(long address, char type, String name) {}

    /** The lines of {@code System.map}, ordered by address. */
    public static String of(Image image) {
        return text(image, 0);
    }

    /** The lines of {@code /proc/kallsyms} for a kernel that was loaded so many bytes away from where it was linked. */
    public static String kallsyms(Image image, long slide) {
        return text(image, slide);
    }

    private static String text(Image image, long slide) {
        StringBuilder lines = new StringBuilder();
        String digits = image.arch().wide() ? "0000000000000000" : "00000000";
        for (Symbol symbol : symbols(image)) {
            String hex = Long.toHexString(symbol.address + slide);
            lines.append(digits, 0, Math.max(0, digits.length() - hex.length())).append(hex);
            lines.append(' ')
                    .append(symbol.type)
                    .append(' ')
                    .append(symbol.name)
                    .append('\n');
        }
        return lines.toString();
    }

    private static List<Symbol> symbols(Image image) {
        List<Symbol> symbols = new ArrayList<>();
        symbols.add(new Symbol(image.arch().initSection(), 'D', "__initcall_start"));
        image.boundaries().forEach((level, address) -> {
            if (level != InitcallLevel.EARLY) {
                symbols.add(new Symbol(address, 'D', "__initcall" + level.id() + "_start"));
            }
        });
        image.entries().forEach(entry -> symbols.add(new Symbol(entry.address(), 'd', entry.symbol())));
        symbols.add(new Symbol(image.end(), 'D', "__con_initcall_start"));
        symbols.add(new Symbol(image.end(), 'D', "__initcall_end"));
        symbols.add(new Symbol(image.consoleEnd(), 'D', "__con_initcall_end"));
        symbols.sort(Comparator.comparingLong(Symbol::address));
        return symbols;
    }

    private SystemMap() {}
}
