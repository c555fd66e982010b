package io.bootledger.reports.text;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.path.PathEntry;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.text.page.Cell;
import io.bootledger.reports.text.page.Ink;
import io.bootledger.reports.text.page.Page;
import io.bootledger.reports.text.page.TextTable;
import io.bootledger.reports.text.page.Wording;
import java.util.Comparator;
import java.util.List;

/** The critical path: its longest stretches, in the order of the boot. */
final class PathSection {
    private static final int SHOWN = 12;

    private PathSection() {}

    static void write(BootAnalysis boot, Page page) {
        List<PathEntry> path = boot.accounting().criticalPath();
        if (path.isEmpty()) {
            return;
        }
        long total = path.stream().mapToLong(PathEntry::us).sum();
        page.title("Critical path");
        TextTable table = new TextTable()
                .right("from s")
                .right("ms")
                .right("%")
                .left("")
                .elastic("owner")
                .left("evidence");
        longest(path)
                .forEach(entry -> table.row(
                        Cell.of(DurationText.exactSeconds(entry.fromUs())),
                        Cell.of(DurationText.exactMillis(entry.us())),
                        Cell.of(DurationText.percent(entry.us(), total)),
                        Cell.of(entry.kind() == PathEntry.Kind.WAIT ? "waited for" : "", Ink.FAINT),
                        Cell.of(entry.owner()),
                        Cell.of(entry.evidence().toString(), Ink.FAINT)));
        page.table(table);
        page.note(Wording.counted(path.size(), "stretch", "stretches") + " in all, which add up to "
                + DurationText.exactMillis(total) + " ms.");
    }

    private static List<PathEntry> longest(List<PathEntry> path) {
        return path.stream()
                .sorted(Comparator.comparingLong(PathEntry::us).reversed())
                .limit(SHOWN)
                .sorted(Comparator.comparingLong(PathEntry::fromUs))
                .toList();
    }
}
