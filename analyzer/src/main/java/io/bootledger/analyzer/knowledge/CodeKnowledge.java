package io.bootledger.analyzer.knowledge;

import io.bootledger.traces.event.KernelVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The init functions and modules of some kernels: {@code docs/knowledge.md} tells which, and how they were gathered.
 *
 * <p>On file a line each, the parts separated by tabs: {@code acpi_init<TAB>310/bus.c<TAB>ACPI<TAB>subsys<TAB>02<TAB>17} is in file
 * bus.c of directory {@code :d310}, built by ACPI, at level subsys, in the kernels {@code :k0} and {@code :k2}, and belongs to
 * section {@code :s17}. An empty level is device, as with most; without kernels it is in all; ends that are empty are left out.
 */
public final class CodeKnowledge {
    /** Names looked up before: a boot is looked at again and again in a capture of thousands of boots. */
    private static final int MOST_REMEMBERED = 50_000;

    private static final String INITCALLS = "known-initcalls.txt.gz";
    private static final String MODULES = "known-modules.txt.gz";

    private final SortedLines lines;
    private final String usualLevel;
    private final List<KernelVersion> kernels = new ArrayList<>();
    private final Map<String, List<KnownCode>> remembered = new ConcurrentHashMap<>();
    private final Map<String, String> entries = new ConcurrentHashMap<>();

    private CodeKnowledge(SortedLines lines, String usualLevel) {
        this.lines = lines;
        this.usualLevel = usualLevel;
        for (int at = 0; !lines.find(":k" + at).isEmpty(); at++) {
            kernels.add(Objects.requireNonNull(
                    KernelVersion.of(lines.find(":k" + at).get(0))));
        }
    }

    /** What Bootledger knows of init functions built in; read when first asked for. */
    public static CodeKnowledge initcalls() {
        return Initcalls.SHIPPED;
    }

    /** What Bootledger knows of modules, by the name that stands in brackets; read when first asked for. */
    public static CodeKnowledge modules() {
        return Modules.SHIPPED;
    }

    /** Knowledge as it is on file. */
    static CodeKnowledge of(String text) {
        return new CodeKnowledge(new SortedLines(text.getBytes(StandardCharsets.UTF_8), 0), "device");
    }

    /** The kernels it was gathered from, the oldest first. */
    public List<KernelVersion> kernels() {
        return List.copyOf(kernels);
    }

    /** Every place that has a name; empty when none is known. */
    public List<KnownCode> find(String name) {
        List<KnownCode> known = remembered.get(name);
        if (known == null) {
            known = lines.find(name).stream().map(this::parse).toList();
            if (remembered.size() < MOST_REMEMBERED) {
                remembered.put(name, known);
            }
        }
        return known;
    }

    private KnownCode parse(String line) {
        String[] columns = line.split("\t", -1);
        int slash = columns[0].indexOf('/');
        String directory = entry(":d" + columns[0].substring(0, slash));
        String level = column(columns, 2);
        return new KnownCode(
                directory + columns[0].substring(slash),
                new ByKernel(column(columns, 1)),
                new ByKernel(level.isEmpty() ? usualLevel : level),
                places(column(columns, 3)),
                owners(column(columns, 4)));
    }

    private static String column(String[] columns, int at) {
        return at < columns.length ? columns[at] : "";
    }

    private List<Integer> places(String digits) {
        return digits.isEmpty()
                ? IntStream.range(0, kernels.size()).boxed().toList()
                : digits.chars().mapToObj(digit -> digit - '0').toList();
    }

    private List<String> owners(String numbers) {
        List<String> owners = new ArrayList<>();
        for (String number : numbers.split(",", -1)) {
            if (!number.isEmpty()) {
                owners.add(entry(":s" + number));
            }
        }
        return owners;
    }

    /** Directories and sections, which hundreds of functions share. */
    private String entry(String key) {
        return entries.computeIfAbsent(key, name -> lines.find(name).get(0));
    }

    private static final class Initcalls {
        static final CodeKnowledge SHIPPED = read(INITCALLS, "device");
    }

    private static final class Modules {
        static final CodeKnowledge SHIPPED = read(MODULES, "");
    }

    private static CodeKnowledge read(String resource, String usualLevel) {
        return new CodeKnowledge(new SortedLines(SortedLines.shipped(CodeKnowledge.class, resource), 0), usualLevel);
    }
}
