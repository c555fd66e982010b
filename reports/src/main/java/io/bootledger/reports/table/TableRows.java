package io.bootledger.reports.table;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.axis.AxisStage;
import io.bootledger.analyzer.axis.LoaderTime;
import io.bootledger.analyzer.failures.Failure;
import io.bootledger.analyzer.ledger.Account;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.analyzer.levels.LevelCalls;
import io.bootledger.analyzer.phases.Phase;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.reports.AccountedInitcall;
import io.bootledger.reports.AccountedLevel;
import io.bootledger.reports.AccountedProbe;
import io.bootledger.reports.table.Column.Form;
import io.bootledger.traces.event.InitcallLevel;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a boot in rows, and their columns: a new fact of an initcall is a line here. What has parts in JSON has a column for
 * each in tables.
 *
 * @param <T> what a row shows
 * @param columns of all forms
 */
public record TableRows<T>(Function<BootAnalysis, List<T>> of, List<Column<T>> columns) {
    public static final TableRows<AccountedInitcall> INITCALLS = new TableRows<>(
            AccountedInitcall::of,
            List.of(
                    Column.number("ordinal", each -> each.call().ordinal()),
                    Column.text("function", each -> each.call().function()),
                    Column.<AccountedInitcall>text(
                                    "symbol", each -> each.call().symbol().text())
                            .in(Form.TABLE, Form.JSON),
                    Column.text("module", each -> each.call().module()),
                    Column.text("level", each -> each.call().level()),
                    Column.<AccountedInitcall>flag(
                                    "level_sync", each -> each.call().levelSync())
                            .in(Form.TABLE, Form.JSON),
                    Column.text("level_evidence", each -> each.call().levelEvidence()),
                    Column.flag("level_certain", each -> each.call().levelCertain()),
                    Column.number("pid", each -> each.call().pid()),
                    Column.number("start_us", each -> each.call().startUs()),
                    Column.number("end_us", each -> each.call().endUs()),
                    Column.number("duration_us", each -> each.call().durationUs()),
                    Column.<AccountedInitcall>number("self_us", AccountedInitcall::selfUs)
                            .in(Form.TABLE, Form.JSON),
                    WaitColumns.ownLow(AccountedInitcall::waits),
                    WaitColumns.ownHigh(AccountedInitcall::waits),
                    WaitColumns.waitLow(AccountedInitcall::waits),
                    WaitColumns.waitHigh(AccountedInitcall::waits),
                    WaitColumns.waitedFor(AccountedInitcall::waits),
                    WaitColumns.waitEvidence(AccountedInitcall::waits),
                    Column.text("duration_evidence", each -> each.call().durationEvidence()),
                    Column.<AccountedInitcall>text("doubt", AccountedInitcall::doubt)
                            .in(Form.TABLE, Form.JSON),
                    Column.number("reported_us", each -> each.call().reportedUs()),
                    Column.number("return", each -> each.call().returnValue()),
                    Column.text("errno", each -> each.call().errno()),
                    Column.<AccountedInitcall>text(
                                    "outcome", each -> each.call().outcome())
                            .in(Form.TABLE, Form.JSON),
                    Column.<AccountedInitcall>text("outcome", AccountedInitcall::judged)
                            .in(Form.PAGE),
                    Column.<AccountedInitcall>text(
                                    "misbehaved", each -> each.call().misbehaved())
                            .in(Form.JSON, Form.PAGE),
                    Column.number("line", each -> each.call().line()),
                    Column.<AccountedInitcall>number(
                                    "end_line", each -> each.call().endLine())
                            .in(Form.JSON, Form.PAGE),
                    Column.<AccountedInitcall>text("file", each -> each.origin().file())
                            .in(Form.TABLE, Form.JSON),
                    Column.<AccountedInitcall>text(
                                    "kconfig", each -> each.origin().kconfig())
                            .in(Form.TABLE, Form.JSON),
                    Column.<AccountedInitcall>text(
                                    "owner", each -> each.origin().owner())
                            .in(Form.TABLE, Form.JSON)));

    public static final TableRows<AccountedProbe> PROBES = new TableRows<>(
            AccountedProbe::of,
            List.of(
                    Column.<AccountedProbe>number("ordinal", AccountedProbe::ordinal)
                            .in(Form.TABLE, Form.JSON),
                    Column.text("device", each -> each.probe().device()),
                    Column.text("driver", each -> each.probe().driver()),
                    Column.number("start_us", each -> each.probe().startUs()),
                    Column.number("end_us", each -> each.probe().endUs()),
                    Column.number("duration_us", each -> each.probe().durationUs()),
                    Column.<AccountedProbe>number("self_us", AccountedProbe::selfUs)
                            .in(Form.TABLE, Form.JSON),
                    WaitColumns.ownLow(AccountedProbe::waits),
                    WaitColumns.ownHigh(AccountedProbe::waits),
                    WaitColumns.waitLow(AccountedProbe::waits),
                    WaitColumns.waitHigh(AccountedProbe::waits),
                    WaitColumns.waitedFor(AccountedProbe::waits),
                    WaitColumns.waitEvidence(AccountedProbe::waits),
                    Column.<AccountedProbe>text("doubt", AccountedProbe::doubt).in(Form.TABLE, Form.JSON),
                    Column.number("return", each -> each.probe().returnValue()),
                    Column.text("errno", each -> each.probe().errno()),
                    Column.text("outcome", each -> each.probe().outcome()),
                    Column.number("line", each -> each.probe().line()),
                    Column.<AccountedProbe>number("inside_initcall", AccountedProbe::insideInitcall)
                            .in(Form.TABLE),
                    Column.<AccountedProbe>number("inside_probe", AccountedProbe::insideProbe)
                            .in(Form.TABLE)));

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

    public static final TableRows<AxisStage> AXIS = new TableRows<>(
            boot -> boot.axis().stages(),
            List.of(
                    Column.text("name", AxisStage::name),
                    Column.text("kind", AxisStage::kind),
                    Column.number("from_us", AxisStage::fromUs),
                    Column.number("until_us", AxisStage::untilUs),
                    Column.number("not_before_us", AxisStage::notBeforeUs),
                    Column.number("first_line", AxisStage::firstLine),
                    Column.number("last_line", AxisStage::lastLine),
                    Column.text("clock", AxisStage::clock),
                    Column.number("uncertainty_us", AxisStage::uncertaintyUs),
                    Column.number("first_stamp_us", stage -> of(stage.loader(), LoaderTime::firstUs)),
                    Column.number("last_stamp_us", stage -> of(stage.loader(), LoaderTime::lastUs)),
                    Column.number("stamps_took_us", stage -> of(stage.loader(), LoaderTime::tookUs)),
                    Column.flag("stamps_restarted", stage -> of(stage.loader(), LoaderTime::restarted)),
                    Column.number("evidence_line", AxisStage::evidenceLine),
                    Column.text("evidence", AxisStage::evidence)));

    public static final TableRows<OrdinalEntry> AXIS_LEDGER = new TableRows<>(
            boot -> OrdinalEntry.of(boot.axis().ledger()),
            List.of(
                    Column.number("ordinal", OrdinalEntry::ordinal),
                    Column.text("name", row -> row.entry().name()),
                    Column.text("kind", row -> row.entry().kind()),
                    Column.number("us", row -> row.entry().us()),
                    Column.number("uncertainty_us", row -> row.entry().uncertaintyUs())));

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

    /** By the name that it has in SQL, in the order in which tables are told. */
    public static final Map<String, TableRows<?>> NAMED = named();

    private static Map<String, TableRows<?>> named() {
        Map<String, TableRows<?>> named = new LinkedHashMap<>();
        named.put("initcalls", INITCALLS);
        named.put("probes", PROBES);
        named.put("phases", PHASES);
        named.put("levels", LEVELS);
        named.put("accounts", LEDGER);
        named.put("axis", AXIS);
        named.put("axis_ledger", AXIS_LEDGER);
        named.put("failures", FAILURES);
        return Collections.unmodifiableMap(named);
    }

    public static TableRows<Initcall> order(@Nullable InitcallLevel only) {
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

    private static <T> @Nullable T of(@Nullable LoaderTime loader, Function<LoaderTime, @Nullable T> fact) {
        return loader == null ? null : fact.apply(loader);
    }

    private static List<Account> accounts(@Nullable Ledger ledger) {
        return ledger == null ? List.of() : ledger.accounts();
    }

    /** The columns that are told there, in order. */
    public List<Column<T>> in(Form form) {
        return columns.stream().filter(column -> column.forms().contains(form)).toList();
    }
}
