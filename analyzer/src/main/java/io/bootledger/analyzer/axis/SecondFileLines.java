package io.bootledger.analyzer.axis;

import io.bootledger.traces.event.machine.LoaderMarked;
import io.bootledger.traces.event.machine.LoaderReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a second file, each for itself but for the tables of loaders, which have a head. */
final class SecondFileLines {
    private static final int MOST = 10_000;
    /** JSON has all units in one line, everything else one in each. */
    private static final int LONGEST = 1 << 22;

    private static final int LONGEST_ROW = 1 << 10;

    private static final String UNIT =
            "(?<unit>[^\\s<>\"/]{1,250}\\.(?:service|socket|target|device|mount|automount|swap|timer|path|slice|scope))";
    private static final String SPAN = "[0-9]{1,9}(?:\\.[0-9]{1,6})?[a-z]{1,5}";
    private static final String SPANS = SPAN + "(?: " + SPAN + "){0,5}";

    /** systemd-analyze colours what took long, and makes links of names, if it is told to ({@code SYSTEMD_COLORS}). */
    private static final Pattern COLOURS =
            Pattern.compile("\u001b(?:\\[[0-9;:]{0,64}[A-Za-z]|\\][^\u0007\u001b]{0,1024}(?:\u0007|\u001b\\\\))");

    /** {@code src/analyze/analyze-blame.c}: {@code  1min 2.345s apt-daily.service}. */
    private static final Pattern BLAME = Pattern.compile("\\s*(?<took>" + SPANS + ") " + UNIT + "\\s*");

    /**
     * {@code src/analyze/analyze-critical-chain.c}: {@code └─ssh.service @5.1s +23ms}, the lines of the tree in any charset. Where
     * a {@code +} stands, {@code @} is when the unit began to start, else when it was active ({@code list_dependencies_print}).
     */
    private static final Pattern CHAIN = Pattern.compile(
            "[^A-Za-z0-9@]*" + UNIT + "(?: @(?<active>" + SPANS + "))?(?: \\+(?<took>" + SPANS + "))?\\s*");

    /** {@code src/core/unit-serialize.c}, unit_dump; since 235 each dependency tells where it is from, behind the unit. */
    private static final Pattern DUMPED = Pattern.compile("\\s*-> (?:Unit " + UNIT + "|Job [0-9]{1,9}):\\s*");

    private static final Pattern DEPENDENCY =
            Pattern.compile("\\s+(?<kind>After|Requires|Requisite|BindsTo): " + UNIT + "(?: \\(.{0,500}\\))?\\s*");

    /**
     * {@code src/analyze/analyze-plot.c}: a pixel is 10 ms, from where the kernel's clock starts. A unit's bar comes before its name,
     * which stands 5 pixels beside it.
     */
    private static final Pattern SVG =
            Pattern.compile("<rect class=\"activating\" x=\"(?<x>[0-9]{1,9}(?:\\.[0-9]{1,3})?)\""
                    + "|<text class=\"(?:left|right)\" x=\"[0-9.-]{1,20}\" y=\"[0-9.]{1,20}\">" + UNIT
                    + "(?: \\((?<took>" + SPANS + ")\\))?</text>");

    private static final long PIXEL_US = 10_000;

    /** The same by {@code --json=short} or {@code pretty}, of 253 and later, in microseconds. */
    private static final Pattern JSON = Pattern.compile("\"name\"\\s*:\\s*\"" + UNIT + "\"(?<rest>[^}]{0,500})");

    private static final Pattern ACTIVATING = Pattern.compile("\"activating\"\\s*:\\s*(?<us>[0-9]{1,15})");
    private static final Pattern TIME = Pattern.compile("\"time\"\\s*:\\s*(?<us>[0-9]{1,15})");

    /** Files of {@code /sys/firmware/acpi/fpdt/boot} ({@code drivers/acpi/acpi_fpdt.c}, 5.12), as {@code grep . *} shows them. */
    private static final Pattern FPDT = Pattern.compile(
            "(?:\\S*/)?(?<name>firmware_start|bootloader_load|bootloader_launch|exitbootservice_start|exitbootservice_end)"
                    + "_ns[:= ]\\s*(?<ns>[0-9]{1,18})\\s*");

    private final Map<String, UnitTime> units = new LinkedHashMap<>();
    private final List<String> chain = new ArrayList<>();
    private final List<LoaderMark> marks = new ArrayList<>();
    /** {@code grep} shows them by name, not by time. */
    private final List<LoaderMark> firmware = new ArrayList<>();
    /** Of the tree of critical-chain, by how far they stand to the right. */
    private final NavigableMap<Integer, String> branch = new TreeMap<>();

    private @Nullable String dumped;
    /** Of JSON with a line for each field, the unit that the line is about. */
    private @Nullable String pretty;
    /** Where the last bar of a plot begins. */
    private @Nullable String bar;

    private @Nullable StartupFinished startup;
    private final LoaderReport report = new LoaderReport();
    private long number;

    void take(String whole) {
        number++;
        String start = whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole;
        String line =
                start.indexOf('\u001b') < 0 ? start : COLOURS.matcher(start).replaceAll("");
        if (units.size() > MOST || firmware.size() > MOST || marks.size() > MOST) {
            return;
        }
        if (line.length() > LONGEST_ROW) {
            plot(line);
        } else if (!loader(line)) {
            systemd(line);
        }
    }

    private boolean loader(String line) {
        Matcher fpdt = FPDT.matcher(line);
        if (fpdt.matches()) {
            firmware.add(new LoaderMark("FPDT", fpdt.group("name"), Long.parseLong(fpdt.group("ns")) / 1_000, 0));
            return true;
        }
        LoaderMarked marked = report.take(line);
        if (marked != null) {
            mark(marks, marked.report().toString(), marked.name().toString(), marked.us());
        }
        return marked != null;
    }

    private static void mark(List<LoaderMark> marks, String clock, String name, long us) {
        LoaderMark last = marks.isEmpty() ? null : marks.get(marks.size() - 1);
        long before = last != null && last.clock().equals(clock) ? last.us() : us;
        marks.add(new LoaderMark(clock, name, us, Math.max(0, us - before)));
    }

    private void systemd(String line) {
        StartupFinished finished = StartupFinished.said(line.strip(), number);
        if (finished != null) {
            startup = startup == null ? finished : startup;
            return;
        }
        if (dumped(line)) {
            return;
        }
        Matcher blame = BLAME.matcher(line);
        Matcher node = CHAIN.matcher(line);
        if (blame.matches()) {
            unit(blame.group("unit"), null, null, Timespan.us(blame.group("took")));
        } else if (node.matches() && (node.group("active") != null || !chain.isEmpty())) {
            chain.add(node.group("unit"));
            branch(node);
            Long at = span(node.group("active"));
            long took = Timespan.us(shown(node.group("took")));
            unit(node.group("unit"), null, at == null ? null : Long.valueOf(at + Math.max(0, took)), took);
        } else {
            plot(line);
        }
    }

    /** A unit that stands to the right of another is what that one waited for. */
    private void branch(Matcher node) {
        String unit = node.group("unit");
        int column = node.start("unit");
        branch.tailMap(column).clear();
        Map.Entry<Integer, String> left = branch.lastEntry();
        if (left != null) {
            depends(left.getValue(), List.of(unit), List.of());
        }
        branch.put(column, unit);
    }

    private void depends(String unit, List<String> after, List<String> requires) {
        units.merge(unit, new UnitTime(unit, null, null, null, after, requires), UnitTime::with);
    }

    private boolean dumped(String line) {
        Matcher head = DUMPED.matcher(line);
        if (head.matches()) {
            dumped = head.group("unit");
            return true;
        }
        String unit = dumped;
        Matcher dependency = DEPENDENCY.matcher(line);
        if (unit == null || !dependency.matches()) {
            return false;
        }
        List<String> other = List.of(dependency.group("unit"));
        boolean after = dependency.group("kind").equals("After");
        depends(unit, after ? other : List.of(), after ? List.of() : other);
        return true;
    }

    private void pretty(String line) {
        String unit = pretty;
        if (unit == null) {
            return;
        }
        Long took = us(TIME, line);
        Long from = us(ACTIVATING, line);
        if (took != null || from != null) {
            unit(unit, from, null, took == null ? -1 : took);
        }
        pretty = line.indexOf('}') < 0 ? unit : null;
    }

    private void plot(String line) {
        pretty(line);
        Matcher drawn = SVG.matcher(line);
        while (drawn.find()) {
            if (drawn.group("x") != null) {
                bar = drawn.group("x");
                continue;
            }
            Long from = bar == null ? null : Long.valueOf(pixels(bar));
            boolean atOnce = from != null && drawn.group("took") == null;
            unit(drawn.group("unit"), from, null, atOnce ? 0 : Timespan.us(shown(drawn.group("took"))));
            bar = null;
        }
        Matcher json = JSON.matcher(line);
        while (json.find()) {
            Long took = us(TIME, json.group("rest"));
            pretty = json.end() == line.length() ? json.group("unit") : null;
            unit(json.group("unit"), us(ACTIVATING, json.group("rest")), null, took == null ? -1 : took);
        }
    }

    private static @Nullable Long us(Pattern field, String text) {
        Matcher matcher = field.matcher(text);
        return matcher.find() ? Long.valueOf(matcher.group("us")) : null;
    }

    private static String shown(@Nullable String span) {
        return span == null ? "" : span;
    }

    private static @Nullable Long span(@Nullable String span) {
        long us = Timespan.us(shown(span));
        return us < 0 ? null : Long.valueOf(us);
    }

    private static long pixels(String x) {
        int point = x.indexOf('.');
        String whole = point < 0 ? x : x.substring(0, point);
        String fraction = point < 0 ? "" : x.substring(point + 1);
        long thousandths = Long.parseLong((fraction + "000").substring(0, 3));
        return Long.parseLong(whole) * PIXEL_US + thousandths * PIXEL_US / 1_000;
    }

    /** @param tookUs less than 0 where it is not told */
    private void unit(String name, @Nullable Long startUs, @Nullable Long activeUs, long tookUs) {
        UnitTime told = new UnitTime(name, startUs, activeUs, tookUs < 0 ? null : Long.valueOf(tookUs));
        units.merge(name, told, UnitTime::with);
    }

    SecondFile file(String name) {
        List<LoaderMark> all = new ArrayList<>();
        firmware.stream()
                .sorted(Comparator.comparingLong(LoaderMark::us))
                .forEach(mark -> mark(all, mark.clock(), mark.name(), mark.us()));
        all.addAll(marks);
        return new SecondFile(name, startup, List.copyOf(units.values()), chain, all);
    }
}
