package io.bootledger.reports.text.many;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.levels.LevelCalls;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.LevelEvidence;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.LevelOrder;
import io.bootledger.reports.text.DiagnosticSection;
import io.bootledger.reports.text.EvidenceLine;
import io.bootledger.reports.text.HeadSection;
import io.bootledger.reports.text.OrderSection;
import io.bootledger.reports.text.page.Cell;
import io.bootledger.reports.text.page.Ink;
import io.bootledger.reports.text.page.Page;
import io.bootledger.reports.text.page.TextLayout;
import io.bootledger.reports.text.page.TextTable;
import io.bootledger.reports.text.page.Wording;
import io.bootledger.traces.event.InitcallLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The initcalls of a boot in call order, level by level. */
public final class LevelOrderReport {
    /** One boot, lines ended by {@code \n}. */
    public static String of(LevelOrder shown, TextLayout layout) {
        Page page = new Page(layout);
        head(shown.boot(), page);
        EvidenceLine.write(shown, page);
        OrderSection.write(shown.order(), page);
        List<LevelCalls> levels = shown.levels();
        levels.forEach(level -> level(level, page));
        if (levels.isEmpty()) {
            page.note(shown.only() == null ? "no initcall in this log" : "no initcall at level " + shown.only());
        }
        DiagnosticSection.write(shown.boot(), page);
        return page.toString();
    }

    private static void head(BootAnalysis boot, Page page) {
        String release = boot.kernel().release();
        page.line(
                HeadSection.where(boot) + ": " + (release == null ? "Linux, release unknown" : "Linux " + release),
                Ink.TITLE);
    }

    private static void level(LevelCalls level, Page page) {
        page.title(name(level.level()) + ": "
                + Wording.counted(level.calls().size(), "initcall", "initcalls") + ", "
                + DurationText.rounded(level.durationUs()));
        TextTable table = new TextTable()
                .right("#")
                .elastic("function")
                .left("module")
                .left("half")
                .left("known by")
                .right("start s")
                .right("ms");
        level.calls().forEach(call -> row(call, table));
        page.table(table);
    }

    private static void row(Initcall call, TextTable table) {
        table.row(
                Cell.of(Integer.toString(call.ordinal())),
                Cell.of(call.function()),
                Cell.of(call.module() == null ? "" : call.module()),
                Cell.of(Boolean.TRUE.equals(call.levelSync()) ? "sync" : ""),
                evidence(call),
                Cell.of(call.startUs() == null ? "unknown" : DurationText.exactSeconds(call.startUs())),
                Cell.of(call.durationUs() == null ? "unknown" : DurationText.exactMillis(call.durationUs())));
    }

    private static Cell evidence(Initcall call) {
        boolean doubtful = !call.levelCertain() && call.levelEvidence() != LevelEvidence.UNKNOWN;
        return doubtful ? Cell.of(call.levelEvidence() + " ?", Ink.CAREFUL) : Cell.of("" + call.levelEvidence());
    }

    private static String name(@Nullable InitcallLevel level) {
        return level == null ? "level unknown" : level.toString();
    }

    private LevelOrderReport() {}
}
