package io.bootledger.reports.text;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.levels.LevelSummary;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.reports.Durations;
import io.bootledger.traces.event.InitcallLevel;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Time per initcall level, when levels are known. */
final class LevelSection {
    private static final int BAR = 20;

    /** What the log always tells; alone it makes no table. */
    private static final Set<InitcallLevel> EVIDENT = EnumSet.of(InitcallLevel.CONSOLE, InitcallLevel.MODULE);

    static void write(BootAnalysis boot, Page page) {
        if (boot.levels().stream().map(LevelSummary::level).allMatch(EVIDENT::contains)) {
            return;
        }
        page.title("Levels");
        page.table(table(boot));
    }

    private static Table table(BootAnalysis boot) {
        long longest =
                boot.levels().stream().mapToLong(LevelSummary::durationUs).max().orElse(0);
        Table table = new Table().left("level").right("initcalls").right("ms").left("");
        for (LevelSummary level : boot.levels()) {
            row(table, level.level().toString(), level.count(), level.durationUs(), longest);
        }
        List<Initcall> unknown = boot.timeline().initcalls().stream()
                .filter(call -> call.level() == null)
                .toList();
        if (!unknown.isEmpty()) {
            row(table, "unknown", unknown.size(), durationUs(unknown), longest);
        }
        return table;
    }

    private static void row(Table table, String level, int count, long durationUs, long longest) {
        table.row(
                Cell.of(level),
                Cell.of(Integer.toString(count)),
                Cell.of(Durations.exactMillis(durationUs)),
                Bar.of(durationUs, longest, BAR));
    }

    private static long durationUs(List<Initcall> calls) {
        return calls.stream()
                .map(Initcall::durationUs)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }

    private LevelSection() {}
}
