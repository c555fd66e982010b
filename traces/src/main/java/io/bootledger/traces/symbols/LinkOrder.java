package io.bootledger.traces.symbols;

import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.StubName;
import io.bootledger.traces.symbols.SymbolTable.Entry;
import io.bootledger.traces.symbols.SymbolTableReader.RawEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The initcalls of an image in the order in which the kernel runs them. Addresses decide, not lines: at one address {@code nm -n}
 * lists boundary and entry in any order.
 */
record LinkOrder(List<Entry> entries, @Nullable Integer missing) {
    /** The order of the file, where all addresses are hidden (kptr_restrict). */
    static LinkOrder ofFile(List<RawEntry> raw) {
        return new LinkOrder(byName(raw), null);
    }

    /** The order of the addresses. */
    static LinkOrder ofAddresses(List<RawEntry> raw, Map<String, Long> boundaries) {
        List<Section> sections = Section.between(boundaries);
        List<RawEntry> sorted = new ArrayList<>(raw);
        sorted.sort((one, other) -> Long.compareUnsigned(one.address(), other.address()));
        List<RawEntry> placed = new ArrayList<>();
        for (RawEntry entry : sorted) {
            boolean again = !placed.isEmpty() && placed.get(placed.size() - 1).address() == entry.address();
            if (!again && Section.of(entry.address(), sections) != null) {
                placed.add(entry);
            }
        }
        return placed.isEmpty()
                ? ofFile(sorted)
                : new LinkOrder(bySection(placed, sections), missing(placed, sections));
    }

    /** Stub functions stand in no particular order: at least their levels do. */
    static List<Entry> ofStubFunctions(List<StubName> stubs) {
        return stubs.stream()
                .map(stub -> new Entry(stub.function(), stub.level(), stub.sync(), stub.module()))
                .sorted(Comparator.comparing(Entry::level).thenComparing(Entry::sync))
                .toList();
    }

    private static List<Entry> bySection(List<RawEntry> placed, List<Section> sections) {
        List<Entry> beforeSmp = new ArrayList<>();
        List<Entry> main = new ArrayList<>();
        List<RawEntry> mixed = new ArrayList<>();
        for (RawEntry raw : placed) {
            Section section = Section.of(raw.address(), sections);
            if (section == null || section.mixed()) {
                mixed.add(raw);
            } else {
                (section.isMain() ? main : beforeSmp).add(raw.name().at(section.level()));
            }
        }
        beforeSmp.sort(Comparator.comparing(entry -> entry.level() == null)); // the console's before security's
        beforeSmp.addAll(main);
        beforeSmp.addAll(byName(mixed));
        return beforeSmp;
    }

    private static List<Entry> byName(List<RawEntry> raw) {
        List<Entry> first = new ArrayList<>();
        List<Entry> main = new ArrayList<>();
        int withoutId = 0;
        for (RawEntry each : raw) {
            Entry entry = each.name().byItself();
            if (entry.level() == InitcallLevel.CONSOLE) {
                first.add(entry);
            } else if (entry.level() == null) { // no id: up to 5.11 the console's, and before 5.0 security's
                withoutId++;
                first.add(each.security() ? entry : each.name().at(InitcallLevel.CONSOLE));
            } else {
                main.add(entry);
            }
        }
        if (withoutId > 0 && withoutId * 2 >= raw.size()) { // before 2.6.19 no name has an id
            return raw.stream().map(each -> each.name().withoutId()).toList();
        }
        first.sort(Comparator.comparing(entry -> entry.level() == null));
        first.addAll(EarlyRootfs.placed(main));
        return first;
    }

    /** The boundaries' room over the distance of two neighbours (4 bytes with relative references, else 8), less those named. */
    private static @Nullable Integer missing(List<RawEntry> placed, List<Section> sections) {
        long stride = Long.MAX_VALUE;
        for (int at = 1; at < placed.size(); at++) {
            stride = Math.min(
                    stride, placed.get(at).address() - placed.get(at - 1).address());
        }
        if (stride != 4 && stride != 8) {
            return null;
        }
        long slots = 0;
        for (Section section : sections) {
            slots += section.isMain() ? (section.to() - section.from()) / stride : 0;
        }
        long named = placed.stream()
                .map(entry -> Section.of(entry.address(), sections))
                .filter(section -> section != null && section.isMain())
                .count();
        return (int) Math.min(Integer.MAX_VALUE, Math.max(0, slots - named));
    }
}
