package io.bootledger.cli.output;

import io.bootledger.reports.Printable;
import io.bootledger.traces.format.Grab;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What was gathered with a log, for people: what systemd says of the time after init, and what in the configuration makes a boot slower. */
final class GrabText {
    private static final int MOST_UNITS = 5;
    private static final int LONGEST = 200;

    /** Options that are there to find faults, and cost time in all code: lib/Kconfig.debug, lib/Kconfig.kasan, mm/Kconfig.debug (6.12). */
    private static final Set<String> SLOW = Set.of(
            "CONFIG_DEBUG_KMEMLEAK",
            "CONFIG_DEBUG_OBJECTS",
            "CONFIG_DEBUG_PAGEALLOC_ENABLE_DEFAULT",
            "CONFIG_FTRACE_STARTUP_TEST",
            "CONFIG_KASAN",
            "CONFIG_KCSAN",
            "CONFIG_LOCK_STAT",
            "CONFIG_PROVE_LOCKING",
            "CONFIG_PROVE_RCU",
            "CONFIG_SLUB_DEBUG_ON");

    static String of(Grab grab) {
        StringBuilder text = new StringBuilder();
        row(text, "systemd", grab.lines(Grab.SYSTEMD).stream().limit(1).collect(Collectors.joining()));
        row(text, "slowest", units(grab.lines(Grab.BLAME)));
        row(text, "config", config(grab.lines(Grab.CONFIG)));
        return text.isEmpty() ? "" : "\nGathered with the log\n" + text;
    }

    private static void row(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            String shown = value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
            text.append("  ")
                    .append(String.format(Locale.ROOT, "%-7s", name))
                    .append("  ")
                    .append(Printable.of(shown))
                    .append('\n');
        }
    }

    private static String units(List<String> blame) {
        return blame.stream().limit(MOST_UNITS).map(String::strip).collect(Collectors.joining(", "));
    }

    private static String config(List<String> lines) {
        long options = lines.stream().filter(line -> line.startsWith("CONFIG_")).count();
        if (options == 0) {
            return "";
        }
        String slow = lines.stream()
                .filter(line -> line.endsWith("=y") && SLOW.contains(line.substring(0, line.length() - 2)))
                .collect(Collectors.joining(", "));
        return options + " options" + (slow.isEmpty() ? "" : "; each part of a boot is slower by " + slow);
    }

    private GrabText() {}
}
