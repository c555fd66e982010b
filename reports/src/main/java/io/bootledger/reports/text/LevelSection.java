package io.bootledger.reports.text;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.ledger.OwnedTime;
import io.bootledger.analyzer.levels.LevelSummary;
import io.bootledger.reports.AccountedInitcall;
import io.bootledger.reports.AccountedLevel;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.text.page.BlockBar;
import io.bootledger.reports.text.page.Cell;
import io.bootledger.reports.text.page.Ink;
import io.bootledger.reports.text.page.Page;
import io.bootledger.reports.text.page.TextTable;
import io.bootledger.reports.text.page.Wording;
import io.bootledger.traces.event.InitcallLevel;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Time per initcall level, when levels are known. */
final class LevelSection {
    private static final int LONGEST_BAR = 20;
    private static final int BESIDE_BAR = 60;

    /** What the log always tells; alone it makes no table. */
    private static final Set<InitcallLevel> EVIDENT = EnumSet.of(InitcallLevel.CONSOLE, InitcallLevel.MODULE);

    private static final int MOST_OWNERS = 4;

    static void write(BootAnalysis boot, Page page) {
        if (boot.levels().stream().map(LevelSummary::level).allMatch(EVIDENT::contains)) {
            return;
        }
        List<AccountedLevel> levels = AccountedLevel.of(boot);
        page.title("Levels");
        page.table(table(boot, levels, Math.min(LONGEST_BAR, page.width() - BESIDE_BAR)));
        int likely = levels.stream().mapToInt(AccountedLevel::likely).sum();
        if (likely > 0) {
            page.note("likely: by the functions around them, not beyond doubt; --symbols makes levels certain.");
        }
        owners(boot, page);
    }

    private static void owners(BootAnalysis boot, Page page) {
        List<OwnedTime> largest =
                boot.accounting().owners().stream().limit(MOST_OWNERS).toList();
        if (!largest.isEmpty()) {
            page.note("by owner: " + largest.stream().map(LevelSection::named).collect(Collectors.joining("; ")) + ".");
        }
        largest.stream()
                .filter(each -> !each.people().isEmpty())
                .forEach(each -> page.note(each.owner() + ": " + String.join(", ", each.people())));
    }

    private static String named(OwnedTime time) {
        return time.owner() + " " + (time.doubtfulUs() > 0 ? Wording.DOUBTFUL : "") + DurationText.rounded(time.us());
    }

    private static TextTable table(BootAnalysis boot, List<AccountedLevel> levels, int bar) {
        long longest = levels.stream().mapToLong(AccountedLevel::selfUs).max().orElse(0);
        TextTable table = new TextTable()
                .left("level")
                .right("initcalls")
                .right("likely")
                .right("self ms")
                .left("")
                .right("booked ms");
        for (AccountedLevel level : levels) {
            String name = level.summary().level().toString();
            Cell length = BlockBar.of(level.selfUs(), longest, bar);
            row(table, name, level.summary().count(), level.likely(), self(level), length, level.ledgerUs());
        }
        List<AccountedInitcall> unknown = AccountedInitcall.of(boot).stream()
                .filter(each -> each.call().level() == null)
                .toList();
        if (!unknown.isEmpty()) {
            row(table, "unknown", unknown.size(), 0, Wording.millis(selfUs(unknown)), Cell.of(""), null);
        }
        return table;
    }

    private static void row(
            TextTable table, String level, int count, int likely, Cell self, Cell bar, @Nullable Long bookedUs) {
        table.row(
                Cell.of(level),
                Cell.of(Integer.toString(count)),
                Cell.of(likely == 0 ? "" : Integer.toString(likely), Ink.CAREFUL),
                self,
                bar,
                Cell.of(bookedUs == null || bookedUs == 0 ? "" : DurationText.exactMillis(bookedUs)));
    }

    private static Cell self(AccountedLevel level) {
        return Wording.millis(level.selfUs(), level.doubtfulUs() > 0);
    }

    private static long selfUs(List<AccountedInitcall> calls) {
        return calls.stream()
                .map(AccountedInitcall::selfUs)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }

    private LevelSection() {}
}
