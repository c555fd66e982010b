package io.bootledger.cli.simulate;

import io.bootledger.reports.text.page.Wording;
import io.bootledger.simulator.machine.Image;
import io.bootledger.simulator.machine.Image.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a change of the machine did to the arrays of its kernel. */
final class LinkChange {
    private final Map<String, List<Entry>> before;
    private final Map<String, List<Entry>> after;

    LinkChange(Image before, Image after) {
        this.before = byFunction(before);
        this.after = byFunction(after);
    }

    private static Map<String, List<Entry>> byFunction(Image image) {
        return image.entries().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.function().function(), LinkedHashMap::new, Collectors.toList()));
    }

    /** A sentence for each; none when both are alike. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        before.forEach((function, entries) -> {
            if (!after.containsKey(function)) {
                Entry entry = entries.get(0);
                sentences.add(function + " has no entry in "
                        + entry.function().macro().section() + " any more, so that do_initcalls() does not find it.");
            }
        });
        List<Long> moved = moved();
        if (!moved.isEmpty()) {
            long by = moved.get(0);
            boolean alike = moved.stream().allMatch(each -> each == by);
            sentences.add(Wording.counted(moved.size(), "entry", "entries") + " behind moved"
                    + (alike ? " " + Math.abs(by) + " bytes " + (by < 0 ? "down" : "up") : "") + ".");
        }
        return sentences;
    }

    private List<Long> moved() {
        List<Long> moved = new ArrayList<>();
        after.forEach((function, entries) -> {
            List<Entry> old = before.getOrDefault(function, List.of());
            for (int at = 0; at < entries.size() && old.size() == entries.size(); at++) {
                long by = entries.get(at).address() - old.get(at).address();
                if (by != 0) {
                    moved.add(by);
                }
            }
        });
        return moved;
    }
}
