package io.bootledger.reports.text;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.reports.BootSpan;
import io.bootledger.reports.Durations;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The initcalls that took longest. */
final class SlowestSection {
    private static final int SHOWN = 10;

    static void write(BootAnalysis boot, Page page) {
        List<Initcall> timed = boot.timeline().initcalls().stream()
                .filter(call -> call.durationUs() != null)
                .toList();
        if (!timed.isEmpty()) {
            page.title("Slowest initcalls");
            page.table(table(boot, timed));
            page.note(sum(boot, timed));
        }
    }

    private static Table table(BootAnalysis boot, List<Initcall> timed) {
        BootSpan span = BootSpan.of(boot);
        long whole = span == null ? sumUs(timed) : span.totalUs();
        Table table = new Table()
                .right("ms")
                .right("%")
                .left("level")
                .elastic("function")
                .left("returned");
        timed.stream()
                .sorted(Comparator.comparingLong(SlowestSection::durationUs)
                        .reversed()
                        .thenComparingInt(Initcall::ordinal))
                .limit(SHOWN)
                .forEach(call -> table.row(
                        Cell.of(Durations.exactMillis(durationUs(call))),
                        Cell.of(Durations.percent(durationUs(call), whole)),
                        Cell.of(call.level() == null ? "" : call.level().toString()),
                        Cell.of(Words.name(call)),
                        Words.returned(call.returnValue(), call.errno(), call.outcome())));
        return table;
    }

    private static String sum(BootAnalysis boot, List<Initcall> timed) {
        int all = boot.timeline().initcalls().size();
        String count = timed.size() == all ? "All " + all : timed.size() + " of " + all;
        return count + " initcalls together: " + Durations.exactMillis(sumUs(timed)) + " ms.";
    }

    private static long sumUs(List<Initcall> calls) {
        return calls.stream().mapToLong(SlowestSection::durationUs).sum();
    }

    private static long durationUs(Initcall call) {
        return Objects.requireNonNull(call.durationUs());
    }

    private SlowestSection() {}
}
