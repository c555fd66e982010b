package io.bootledger.reports.text;

import io.bootledger.analyzer.population.Spread;
import io.bootledger.reports.Durations;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The columns of a spread, in milliseconds and percent. */
final class SpreadCells {
    static Table columns(Table table) {
        return table.right("median ms")
                .right("p95 ms")
                .right("min ms")
                .right("max ms")
                .right("cv %");
    }

    /** A row: the cells that come first, then the spread. */
    static Cell[] after(@Nullable Spread spread, Cell... first) {
        return Stream.concat(Stream.of(first), cells(spread)).toArray(Cell[]::new);
    }

    private static Stream<Cell> cells(@Nullable Spread spread) {
        return spread == null
                ? Stream.of(Cell.of("unknown", Ink.FAINT), Cell.of(""), Cell.of(""), Cell.of(""), Cell.of(""))
                : Stream.of(
                        Words.millis(spread.medianUs()),
                        Words.millis(spread.p95Us()),
                        Words.millis(spread.minUs()),
                        Words.millis(spread.maxUs()),
                        Cell.of(spread.cvPermille() == null ? "" : Durations.percent(spread.cvPermille(), 1_000)));
    }

    private SpreadCells() {}
}
