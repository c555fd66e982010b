package io.bootledger.traces.symbols;

import io.bootledger.traces.event.InitcallLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the image between two boundary symbols ({@code include/asm-generic/vmlinux.lds.h}, {@code INIT_CALLS}).
 *
 * @param from first address, as an unsigned number
 * @param to address behind the last
 * @param level the level of what lies in it; null where it holds several, or none that has a level (security)
 * @param mixed whether the names have to tell the level
 */
record Section(long from, long to, @Nullable InitcallLevel level, boolean mixed) {
    private static final String START = "__initcall_start";
    private static final String END = "__initcall_end";

    /** The boundaries between levels in the order of the image; two are at one address when a level is empty. */
    private static final List<Map.Entry<String, InitcallLevel>> BOUNDARIES = List.of(
            Map.entry(START, InitcallLevel.EARLY),
            Map.entry("__initcall0_start", InitcallLevel.PURE),
            Map.entry("__initcall1_start", InitcallLevel.CORE),
            Map.entry("__initcall2_start", InitcallLevel.POSTCORE),
            Map.entry("__initcall3_start", InitcallLevel.ARCH),
            Map.entry("__initcall4_start", InitcallLevel.SUBSYS),
            Map.entry("__initcall5_start", InitcallLevel.FS),
            Map.entry("__initcallrootfs_start", InitcallLevel.ROOTFS),
            Map.entry("__initcall6_start", InitcallLevel.DEVICE),
            Map.entry("__initcall7_start", InitcallLevel.LATE));

    /** The sections that these boundary symbols delimit; empty when the symbols are too few. */
    static List<Section> between(Map<String, Long> symbols) {
        List<Section> sections = new ArrayList<>();
        add(sections, symbols, "__con_initcall_start", "__con_initcall_end", InitcallLevel.CONSOLE, false);
        add(sections, symbols, "__security_initcall_start", "__security_initcall_end", null, false);
        if (symbols.containsKey("__initcall0_start")) {
            addLevels(sections, symbols);
        } else if (symbols.containsKey("__early_initcall_end")) { // 2.6.27 to 3.3
            add(sections, symbols, START, "__early_initcall_end", InitcallLevel.EARLY, false);
            add(sections, symbols, "__early_initcall_end", END, null, true);
        } else {
            add(sections, symbols, START, END, null, true);
        }
        return sections;
    }

    private static void addLevels(List<Section> sections, Map<String, Long> symbols) {
        String next = END;
        for (int at = BOUNDARIES.size() - 1; at >= 0; at--) {
            var boundary = BOUNDARIES.get(at);
            if (symbols.containsKey(boundary.getKey())) {
                add(sections, symbols, boundary.getKey(), next, boundary.getValue(), false);
                next = boundary.getKey();
            }
        }
    }

    private static void add(
            List<Section> sections,
            Map<String, Long> symbols,
            String from,
            String to,
            @Nullable InitcallLevel level,
            boolean mixed) {
        Long start = symbols.get(from);
        Long end = symbols.get(to);
        if (start != null && end != null && Long.compareUnsigned(start, end) < 0) {
            sections.add(new Section(start, end, level, mixed));
        }
    }

    /** Whether this symbol is a boundary and no initcall, although its name begins like one. */
    static boolean isBoundary(String name) {
        return name.startsWith("__con_initcall_")
                || name.startsWith("__security_initcall_")
                || name.equals("__early_initcall_end")
                || name.equals(END)
                || BOUNDARIES.stream().anyMatch(boundary -> boundary.getKey().equals(name));
    }

    /** The section that holds this address; null when none does. */
    static @Nullable Section of(long address, List<Section> sections) {
        return sections.stream()
                .filter(section -> section.holds(address))
                .findFirst()
                .orElse(null);
    }

    private boolean holds(long address) {
        return Long.compareUnsigned(from, address) <= 0 && Long.compareUnsigned(address, to) < 0;
    }

    /** Whether {@code do_initcalls} or {@code do_pre_smp_initcalls} runs it, rather than a loop of its own. */
    boolean isMain() {
        return mixed || level != null && level != InitcallLevel.CONSOLE;
    }
}
