package io.bootledger.reports.csv;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.failures.Failure;
import io.bootledger.analyzer.ledger.Account;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.analyzer.levels.LevelCalls;
import io.bootledger.analyzer.phases.Phase;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.waits.Bounds;
import io.bootledger.analyzer.waits.Wait;
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
 * What tables of a boot hold, in CSV and in SQL: rows, and their columns.
 *
 * @param <T> what a row shows
 */
public record TableRows<T>(Function<BootAnalysis, List<T>> of, List<Column<T>> columns) {
    public static final TableRows<AccountedInitcall> INITCALLS = new TableRows<>(
            AccountedInitcall::of,
            List.of(
                    Column.number("ordinal", each -> each.call().ordinal()),
                    Column.text("function", each -> each.call().function()),
                    Column.text("symbol", each -> each.call().symbol().text()),
                    Column.text("module", each -> each.call().module()),
                    Column.text("level", each -> each.call().level()),
                    Column.flag("level_sync", each -> each.call().levelSync()),
                    Column.text("level_evidence", each -> each.call().levelEvidence()),
                    Column.flag("level_certain", each -> each.call().levelCertain()),
                    Column.number("pid", each -> each.call().pid()),
                    Column.number("start_us", each -> each.call().startUs()),
                    Column.number("end_us", each -> each.call().endUs()),
                    Column.number("duration_us", each -> each.call().durationUs()),
                    Column.number("self_us", AccountedInitcall::selfUs),
                    Column.number("own_low_us", each -> low(each.waits().own())),
                    Column.number("own_high_us", each -> high(each.waits().own())),
                    Column.number("wait_low_us", each -> low(each.waits().waited())),
                    Column.number("wait_high_us", each -> high(each.waits().waited())),
                    Column.text("waited_for", each -> of(each.waits().longest(), Wait::what)),
                    Column.text("wait_evidence", each -> of(each.waits().longest(), Wait::evidence)),
                    Column.text("duration_evidence", each -> each.call().durationEvidence()),
                    Column.text("doubt", AccountedInitcall::doubt),
                    Column.number("reported_us", each -> each.call().reportedUs()),
                    Column.number("return", each -> each.call().returnValue()),
                    Column.text("errno", each -> each.call().errno()),
                    Column.text("outcome", each -> each.call().outcome()),
                    Column.number("line", each -> each.call().line()),
                    Column.text("file", each -> each.origin().file()),
                    Column.text("kconfig", each -> each.origin().kconfig()),
                    Column.text("owner", each -> each.origin().owner())));

    public static final TableRows<AccountedProbe> PROBES = new TableRows<>(
            AccountedProbe::of,
            List.of(
                    Column.number("ordinal", AccountedProbe::ordinal),
                    Column.text("device", each -> each.probe().device()),
                    Column.text("driver", each -> each.probe().driver()),
                    Column.number("start_us", each -> each.probe().startUs()),
                    Column.number("end_us", each -> each.probe().endUs()),
                    Column.number("duration_us", each -> each.probe().durationUs()),
                    Column.number("self_us", AccountedProbe::selfUs),
                    Column.text("doubt", AccountedProbe::doubt),
                    Column.number("return", each -> each.probe().returnValue()),
                    Column.text("errno", each -> each.probe().errno()),
                    Column.text("outcome", each -> each.probe().outcome()),
                    Column.number("line", each -> each.probe().line()),
                    Column.number("inside_initcall", AccountedProbe::insideInitcall),
                    Column.number("inside_probe", AccountedProbe::insideProbe)));

    public static final TableRows<Account> LEDGER = new TableRows<>(
            boot -> accounts(boot.accounting().ledger()),
            List.of(
                    Column.text("account", Account::kind),
                    Column.text("name", Account::name),
                    Column.text("level", Account::level),
                    Column.text("evidence", Account::evidence),
                    Column.number("us", Account::us),
                    Column.number("doubtful_us", Account::doubtfulUs)));

    public static final TableRows<AccountedLevel> LEVELS = new TableRows<>(
            AccountedLevel::of,
            List.of(
                    Column.text("level", each -> each.summary().level()),
                    Column.number("count", each -> each.summary().count()),
                    Column.number("likely", AccountedLevel::likely),
                    Column.number("duration_us", each -> each.summary().durationUs()),
                    Column.number("self_us", AccountedLevel::selfUs),
                    Column.number("doubtful_us", AccountedLevel::doubtfulUs),
                    Column.number("ledger_us", AccountedLevel::ledgerUs),
                    Column.number("start_us", each -> each.summary().startUs()),
                    Column.number("end_us", each -> each.summary().endUs())));

    public static final TableRows<Phase> PHASES = new TableRows<>(
            BootAnalysis::phases,
            List.of(
                    Column.text("phase", Phase::kind),
                    Column.number("start_us", Phase::startUs),
                    Column.number("end_us", Phase::endUs),
                    Column.text("note", Phase::note)));

    public static final TableRows<Failure> FAILURES = new TableRows<>(
            BootAnalysis::failures,
            List.of(
                    Column.text("kind", Failure::kind),
                    Column.text("name", Failure::name),
                    Column.text("module", Failure::module),
                    Column.number("return", Failure::returnValue),
                    Column.text("errno", Failure::errno),
                    Column.text("outcome", Failure::outcome),
                    Column.text("severity", Failure::severity),
                    Column.text("explanation", Failure::explanation),
                    Column.number("line", Failure::line)));

    static TableRows<Initcall> order(@Nullable InitcallLevel only) {
        return new TableRows<>(
                boot -> LevelCalls.of(boot.timeline(), only).stream()
                        .flatMap(level -> level.calls().stream())
                        .toList(),
                List.of(
                        Column.text("level", Initcall::level),
                        Column.flag("level_sync", Initcall::levelSync),
                        Column.text("level_evidence", Initcall::levelEvidence),
                        Column.flag("level_certain", Initcall::levelCertain),
                        Column.number("ordinal", Initcall::ordinal),
                        Column.text("function", Initcall::function),
                        Column.text("module", Initcall::module),
                        Column.number("start_us", Initcall::startUs),
                        Column.number("duration_us", Initcall::durationUs),
                        Column.number("line", Initcall::line)));
    }

    private static @Nullable Long low(@Nullable Bounds us) {
        return us == null ? null : Long.valueOf(us.lowUs());
    }

    private static @Nullable Long high(@Nullable Bounds us) {
        return us == null ? null : Long.valueOf(us.highUs());
    }

    private static @Nullable Object of(@Nullable Wait wait, Function<Wait, Object> fact) {
        return wait == null ? null : fact.apply(wait);
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
