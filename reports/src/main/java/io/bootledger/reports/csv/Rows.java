package io.bootledger.reports.csv;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.ledger.Account;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.analyzer.levels.LevelCalls;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.reports.AccountedInitcall;
import io.bootledger.reports.AccountedLevel;
import io.bootledger.reports.AccountedProbe;
import io.bootledger.traces.event.InitcallLevel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one file, and its columns.
 *
 * @param <T> what a row shows
 */
record Rows<T>(Function<BootAnalysis, List<T>> of, List<Column<T>> columns) {
    static final Rows<AccountedInitcall> INITCALLS = new Rows<>(
            AccountedInitcall::of,
            List.of(
                    new Column<>("ordinal", each -> each.call().ordinal()),
                    new Column<>("function", each -> each.call().function()),
                    new Column<>("symbol", each -> each.call().symbol().text()),
                    new Column<>("module", each -> each.call().module()),
                    new Column<>("level", each -> each.call().level()),
                    new Column<>("level_sync", each -> each.call().levelSync()),
                    new Column<>("level_evidence", each -> each.call().levelEvidence()),
                    new Column<>("level_certain", each -> each.call().levelCertain()),
                    new Column<>("pid", each -> each.call().pid()),
                    new Column<>("start_us", each -> each.call().startUs()),
                    new Column<>("end_us", each -> each.call().endUs()),
                    new Column<>("duration_us", each -> each.call().durationUs()),
                    new Column<>("self_us", AccountedInitcall::selfUs),
                    new Column<>("duration_evidence", each -> each.call().durationEvidence()),
                    new Column<>("reported_us", each -> each.call().reportedUs()),
                    new Column<>("return", each -> each.call().returnValue()),
                    new Column<>("errno", each -> each.call().errno()),
                    new Column<>("outcome", each -> each.call().outcome()),
                    new Column<>("line", each -> each.call().line())));

    static final Rows<AccountedProbe> PROBES = new Rows<>(
            AccountedProbe::of,
            List.of(
                    new Column<>("ordinal", AccountedProbe::ordinal),
                    new Column<>("device", each -> each.probe().device()),
                    new Column<>("driver", each -> each.probe().driver()),
                    new Column<>("start_us", each -> each.probe().startUs()),
                    new Column<>("end_us", each -> each.probe().endUs()),
                    new Column<>("duration_us", each -> each.probe().durationUs()),
                    new Column<>("self_us", AccountedProbe::selfUs),
                    new Column<>("return", each -> each.probe().returnValue()),
                    new Column<>("errno", each -> each.probe().errno()),
                    new Column<>("outcome", each -> each.probe().outcome()),
                    new Column<>("line", each -> each.probe().line()),
                    new Column<>("inside_initcall", AccountedProbe::insideInitcall),
                    new Column<>("inside_probe", AccountedProbe::insideProbe)));

    static final Rows<Account> LEDGER = new Rows<>(
            boot -> accounts(boot.accounting().ledger()),
            List.of(
                    new Column<>("account", Account::kind),
                    new Column<>("name", Account::name),
                    new Column<>("level", Account::level),
                    new Column<>("us", Account::us)));

    static final Rows<AccountedLevel> LEVELS = new Rows<>(
            AccountedLevel::of,
            List.of(
                    new Column<>("level", each -> each.summary().level()),
                    new Column<>("count", each -> each.summary().count()),
                    new Column<>("likely", AccountedLevel::likely),
                    new Column<>("duration_us", each -> each.summary().durationUs()),
                    new Column<>("self_us", AccountedLevel::selfUs),
                    new Column<>("ledger_us", AccountedLevel::ledgerUs),
                    new Column<>("start_us", each -> each.summary().startUs()),
                    new Column<>("end_us", each -> each.summary().endUs())));

    static Rows<Initcall> order(@Nullable InitcallLevel only) {
        return new Rows<>(
                boot -> LevelCalls.of(boot.timeline(), only).stream()
                        .flatMap(level -> level.calls().stream())
                        .toList(),
                List.of(
                        new Column<>("level", Initcall::level),
                        new Column<>("level_sync", Initcall::levelSync),
                        new Column<>("level_evidence", Initcall::levelEvidence),
                        new Column<>("level_certain", Initcall::levelCertain),
                        new Column<>("ordinal", Initcall::ordinal),
                        new Column<>("function", Initcall::function),
                        new Column<>("module", Initcall::module),
                        new Column<>("start_us", Initcall::startUs),
                        new Column<>("duration_us", Initcall::durationUs),
                        new Column<>("line", Initcall::line)));
    }

    private static List<Account> accounts(@Nullable Ledger ledger) {
        return ledger == null ? List.of() : ledger.accounts();
    }

    String[] header() {
        return Stream.concat(Stream.of("source", "boot"), columns.stream().map(Column::name))
                .toArray(String[]::new);
    }

    void write(BootAnalysis boot, int number, CSVPrinter csv) throws IOException {
        List<@Nullable Object> cells = new ArrayList<>();
        for (T row : of.apply(boot)) {
            cells.clear();
            cells.add(Column.cell(boot.source()));
            cells.add(number);
            columns.forEach(column -> cells.add(column.cellOf(row)));
            csv.printRecord(cells);
        }
    }
}
