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
                        Cell.of(span == null ? "" : share(call, span)),
                        Cell.of(call.level() == null ? "" : call.level().toString()),
                        Cell.of(Words.name(call)),
                        Words.returned(call.returnValue(), call.errno(), call.outcome())));
        return table;
    }

    /** Of the time until init; a module that is loaded later took nothing of it. */
    private static String share(Initcall call, BootSpan span) {
        Long start = call.startUs();
        return start == null || start > span.toUs() ? "" : Durations.percent(durationUs(call), span.totalUs());
    }

    private static String sum(BootAnalysis boot, List<Initcall> timed) {
        int all = boot.timeline().initcalls().size();
        String count = timed.size() == all ? "" : timed.size() + " of ";
        List<Initcall> modules =
                timed.stream().filter(call -> call.module() != null).toList();
        return count + Words.counted(all, "initcall", "initcalls") + ": " + Durations.exactMillis(sumUs(timed)) + " ms"
                + (modules.isEmpty()
                        ? "."
                        : "; " + modules.size() + " in modules: " + Durations.exactMillis(sumUs(modules))
                                + " ms of it.");
    }

    private static long sumUs(List<Initcall> calls) {
        return calls.stream().mapToLong(SlowestSection::durationUs).sum();
    }

    private static long durationUs(Initcall call) {
        return Objects.requireNonNull(call.durationUs());
    }

    private SlowestSection() {}
}
