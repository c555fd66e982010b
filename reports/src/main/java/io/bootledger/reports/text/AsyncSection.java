package io.bootledger.reports.text;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.timeline.AsyncCall;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.text.page.Cell;
import io.bootledger.reports.text.page.Ink;
import io.bootledger.reports.text.page.Page;
import io.bootledger.reports.text.page.TextTable;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The longest work that ran beside the initcalls. */
final class AsyncSection {
    private static final int SHOWN = 3;

    static void write(BootAnalysis boot, Page page) {
        List<AsyncCall> calls = boot.timeline().asyncCalls();
        if (calls.isEmpty()) {
            return;
        }
        page.title("Slowest async calls");
        TextTable table = new TextTable().right("ms").right("start s").elastic("function");
        calls.stream()
                .sorted(Comparator.comparingLong(AsyncSection::rank).reversed())
                .limit(SHOWN)
                .forEach(call -> table.row(duration(call), stamp(call.startUs()), Cell.of(call.function())));
        page.table(table);
    }

    /** One that did not end comes first. */
    private static long rank(AsyncCall call) {
        Long duration = call.durationUs();
        return duration == null ? Long.MAX_VALUE : duration;
    }

    private static Cell duration(AsyncCall call) {
        Long duration = call.durationUs();
        return duration == null ? Cell.of("no end", Ink.CAREFUL) : Cell.of(DurationText.exactMillis(duration));
    }

    private static Cell stamp(@Nullable Long us) {
        return Cell.of(us == null ? "" : DurationText.exactSeconds(us));
    }

    private AsyncSection() {}
}
