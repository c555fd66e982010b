package io.bootledger.reports.text.many;

import io.bootledger.analyzer.compare.Comparison;
import io.bootledger.analyzer.compare.InitcallChange;
import io.bootledger.analyzer.compare.Waterfall;
import io.bootledger.analyzer.compare.Waterfall.Row;
import io.bootledger.analyzer.compare.measure.Shift;
import io.bootledger.reports.ComparisonWords;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.text.page.BlockBar;
import io.bootledger.reports.text.page.Cell;
import io.bootledger.reports.text.page.Ink;
import io.bootledger.reports.text.page.Page;
import io.bootledger.reports.text.page.TextTable;
import io.bootledger.reports.text.page.Wording;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where the difference of the total comes from. */
final class WaterfallSection {
    private static final int BAR = 16;
    private static final int BAR_BESIDE_RANGES = 7;
    private static final int BESIDE_OWNER = 84;

    static void write(Comparison comparison, Page page) {
        if (comparison.waterfall() == null) {
            return;
        }
        Waterfall waterfall = ComparisonWords.named(comparison);
        Map<String, InitcallChange> initcalls = comparison.initcalls().stream()
                .collect(Collectors.toMap(change -> change.key().toString(), Function.identity(), (one, other) -> one));
        long longest = waterfall.rows().stream()
                .mapToLong(row -> Math.abs(row.us()))
                .max()
                .orElse(0);
        Shift total = comparison.total() == null ? null : comparison.total().shift();
        boolean ranges = total != null && total.certain() != null;
        TextTable table = columns();
        for (Row row : waterfall.rows()) {
            Cell bar = BlockBar.of(Math.abs(row.us()), longest, ranges ? BAR_BESIDE_RANGES : BAR);
            InitcallChange change = initcall(row, initcalls);
            Cell coloured = new Cell(bar.text(), row.us() > 0 ? Ink.CAREFUL : Ink.GOOD);
            row(table, row, coloured, change, ranges ? Cell.of("") : owner(change, page));
        }
        table.row(
                Cell.of(plus(waterfall.totalUs()), Ink.TITLE),
                Cell.of(""),
                Cell.of("= in all", Ink.TITLE),
                Cell.of(""),
                Cell.of(""),
                range(total),
                Cell.of(""));
        page.title("Where the difference comes from");
        page.table(table);
    }

    static TextTable columns() {
        return new TextTable()
                .right("ms")
                .left("")
                .elastic("")
                .right("before ms")
                .right("after ms")
                .right("95 % sure")
                .left("owner");
    }

    private static @Nullable InitcallChange initcall(Row row, Map<String, InitcallChange> initcalls) {
        return switch (row.kind()) {
            case INITCALL, ADDED, REMOVED -> initcalls.get(row.name());
            default -> null;
        };
    }

    private static void row(TextTable table, Row row, Cell bar, @Nullable InitcallChange change, Cell owner) {
        table.row(
                Cell.of(plus(row.us())),
                bar,
                Cell.of(ComparisonWords.name(row)),
                millis(change == null ? null : change.baselineUs()),
                millis(change == null ? null : change.candidateUs()),
                range(row.shift()),
                owner);
    }

    /** In the room that the other columns leave; bounds leave none. */
    static Cell owner(@Nullable InitcallChange change, Page page) {
        return Wording.owner(change == null ? null : change.owner(), page.width() - BESIDE_OWNER);
    }

    /** {@code +12.345}, in milliseconds. */
    static String plus(long us) {
        return (us > 0 ? "+" : "") + DurationText.exactMillis(us);
    }

    static Cell millis(@Nullable Long us) {
        return Cell.of(us == null ? "" : DurationText.exactMillis(us));
    }

    /** Between which bounds the shift lies; a bound on either side of 0 may be chance. */
    static Cell range(@Nullable Shift shift) {
        if (shift == null || shift.lowUs() == null || shift.highUs() == null) {
            return Cell.of("");
        }
        boolean chance = Boolean.FALSE.equals(shift.certain());
        return Cell.of(plus(shift.lowUs()) + " to " + plus(shift.highUs()), chance ? Ink.FAINT : Ink.PLAIN);
    }

    private WaterfallSection() {}
}
