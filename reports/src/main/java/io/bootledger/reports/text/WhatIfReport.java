package io.bootledger.reports.text;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.whatif.Action;
import io.bootledger.analyzer.whatif.WhatIf;
import io.bootledger.reports.text.page.Cell;
import io.bootledger.reports.text.page.Ink;
import io.bootledger.reports.text.page.Page;
import io.bootledger.reports.text.page.TextLayout;
import io.bootledger.reports.text.page.TextTable;
import io.bootledger.reports.text.page.Wording;
import java.util.List;

/** What changes can gain before init runs, the one that can gain most first. */
public final class WhatIfReport {
    private static final int SHORT = 4;

    private WhatIfReport() {}

    /** The whole table of a boot, lines ended by {@code \n}. */
    public static String of(BootAnalysis boot, TextLayout layout) {
        Page page = new Page(layout);
        HeadSection.write(boot, page);
        List<WhatIf> changes = boot.accounting().whatIfs();
        page.title("What a change can gain before init");
        if (changes.isEmpty()) {
            page.note("The log does not tell: it needs time stamps and initcalls.");
        } else {
            write(changes, page);
        }
        PathSection.write(boot, page);
        return page.toString();
    }

    /** The first few, as part of a summary; none that may cost more than it gains. */
    static void write(BootAnalysis boot, Page page) {
        List<WhatIf> changes = boot.accounting().whatIfs().stream()
                .filter(change -> change.action() != Action.UNPACK_AT_ONCE)
                .toList();
        if (!changes.isEmpty()) {
            page.title("What a change can gain before init");
            table(changes.subList(0, Math.min(SHORT, changes.size())), page);
            if (changes.size() > SHORT) {
                page.note((changes.size() - SHORT) + " more: analyze --what-if.");
            }
        }
    }

    private static void write(List<WhatIf> changes, Page page) {
        table(changes, page);
        page.note(
                "Gains do not add up: two changes never gain more than the time that they own together. A wait does not go away"
                        + " with the call that waits; it moves to the next one that needs the same.");
    }

    private static void table(List<WhatIf> changes, Page page) {
        TextTable table = new TextTable()
                .right("least ms")
                .right("most ms")
                .elastic("change")
                .elastic("may be eaten by");
        changes.forEach(change -> table.row(
                Wording.millis(change.gainLowUs(), change.doubtful()),
                Wording.millis(change.gainHighUs(), change.doubtful()),
                Cell.of(change.words()),
                Cell.of(change.nextBarrier() == null ? "" : change.nextBarrier(), Ink.FAINT)));
        page.table(table);
        if (changes.stream().anyMatch(change -> change.gainLowUs() < 0)) {
            page.note("Below 0: what the change may cost instead.");
        }
    }
}
