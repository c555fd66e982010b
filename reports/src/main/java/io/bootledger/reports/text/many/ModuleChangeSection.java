package io.bootledger.reports.text.many;

import io.bootledger.analyzer.compare.Comparison;
import io.bootledger.analyzer.compare.InitcallChange;
import io.bootledger.analyzer.compare.InitcallChange.Kind;
import io.bootledger.analyzer.compare.measure.Shift;
import io.bootledger.reports.text.page.Cell;
import io.bootledger.reports.text.page.Page;
import io.bootledger.reports.text.page.TextTable;
import java.util.List;
import java.util.Objects;

/** What changed most where it does not count towards the total: in modules, and everywhere when there is no total. */
final class ModuleChangeSection {
    private static final int SHOWN = 8;

    static void write(Comparison comparison, Page page) {
        boolean whole = comparison.waterfall() != null;
        List<InitcallChange> shown = comparison.initcalls().stream()
                .filter(change -> change.size() > 0)
                .filter(change -> !whole || change.key().module() != null)
                .limit(SHOWN)
                .toList();
        if (shown.isEmpty()) {
            return;
        }
        page.title(whole ? "Modules, which load beside the boot" : "Initcalls that changed most");
        TextTable table = WaterfallSection.columns();
        shown.forEach(change -> row(table, change, WaterfallSection.owner(change, page)));
        page.table(table);
    }

    private static void row(TextTable table, InitcallChange change, Cell owner) {
        String side = change.kind() == Kind.COMMON ? "" : " (" + change.kind() + ")";
        Shift shift = Objects.requireNonNull(change.shift(), "only what has a size is shown");
        table.row(
                Cell.of(WaterfallSection.plus(shift.us())),
                Cell.of(""),
                Cell.of(change.key() + side),
                WaterfallSection.millis(change.baselineUs()),
                WaterfallSection.millis(change.candidateUs()),
                WaterfallSection.range(shift),
                owner);
    }

    private ModuleChangeSection() {}
}
