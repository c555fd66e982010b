package io.bootledger.reports.text.many;

import io.bootledger.analyzer.population.Spread;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.text.page.Cell;
import io.bootledger.reports.text.page.Ink;
import io.bootledger.reports.text.page.Page;
import io.bootledger.reports.text.page.TextTable;
import io.bootledger.reports.text.page.Wording;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The columns of a spread, in milliseconds and percent; on narrow paper without the extremes, which leaves room for names. */
final class SpreadCells {
    private static final int NARROW = 90;

    private final boolean narrow;

    SpreadCells(Page page) {
        this.narrow = page.width() < NARROW;
    }

    TextTable columns(TextTable table) {
        return table.right("median ms")
                .right("p95 ms")
                .right("min ms")
                .right("max ms")
                .right("cv %");
    }

    /** A row: the cells that come first, then the spread. */
    Cell[] after(@Nullable Spread spread, Cell... first) {
        return Stream.concat(Stream.of(first), cells(spread)).toArray(Cell[]::new);
    }

    private Stream<Cell> cells(@Nullable Spread spread) {
        return spread == null
                ? Stream.of(Cell.of("unknown", Ink.FAINT), Cell.of(""), Cell.of(""), Cell.of(""), Cell.of(""))
                : Stream.of(
                        Wording.millis(spread.medianUs()),
                        Wording.millis(spread.p95Us()),
                        extreme(spread.minUs()),
                        extreme(spread.maxUs()),
                        Cell.of(spread.cvPermille() == null ? "" : DurationText.percent(spread.cvPermille(), 1_000)));
    }

    private Cell extreme(long us) {
        return narrow ? Cell.of("") : Wording.millis(us);
    }
}
