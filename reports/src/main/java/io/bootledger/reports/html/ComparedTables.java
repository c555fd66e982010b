package io.bootledger.reports.html;

import static io.bootledger.reports.html.ColumnTable.column;
import static io.bootledger.reports.html.ColumnTable.word;

import io.bootledger.analyzer.compare.Change;
import io.bootledger.analyzer.compare.InitcallChange;
import io.bootledger.analyzer.compare.Waterfall.Row;
import io.bootledger.analyzer.compare.measure.Called;
import io.bootledger.analyzer.compare.measure.Shift;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the page knows of each row of a comparison; the script's column names are these. */
final class ComparedTables {
    static final ColumnTable<Row> STEPS = ColumnTable.of(
            column("kind", row -> row.kind().name().toLowerCase(Locale.ROOT)),
            column("name", Row::name),
            column("us", Row::us),
            column("lowUs", row -> row.shift().lowUs()),
            column("highUs", row -> row.shift().highUs()));

    static final ColumnTable<InitcallChange> INITCALLS = ColumnTable.of(
            word("name", InitcallChange::key),
            word("level", InitcallChange::level),
            word("kind", InitcallChange::kind),
            column("baselineUs", InitcallChange::baselineUs),
            column("candidateUs", InitcallChange::candidateUs),
            column("shiftUs", change -> shift(change.shift(), Shift::us)),
            column("lowUs", change -> shift(change.shift(), Shift::lowUs)),
            column("highUs", change -> shift(change.shift(), Shift::highUs)),
            column("owner", InitcallChange::owner));

    static final ColumnTable<Change> CHANGES = ColumnTable.of(
            column("name", Change::name),
            column("baselineUs", Change::baselineUs),
            column("candidateUs", Change::candidateUs),
            column("shiftUs", change -> shift(change.shift(), Shift::us)),
            column("lowUs", change -> shift(change.shift(), Shift::lowUs)),
            column("highUs", change -> shift(change.shift(), Shift::highUs)));

    static final ColumnTable<Called> CALLS = ColumnTable.of(
            word("name", Called::key),
            word("level", Called::level),
            column("startUs", Called::startUs),
            column("durationUs", Called::durationUs));

    private static @Nullable Long shift(@Nullable Shift shift, Function<Shift, @Nullable Long> what) {
        return shift == null ? null : what.apply(shift);
    }

    private ComparedTables() {}
}
