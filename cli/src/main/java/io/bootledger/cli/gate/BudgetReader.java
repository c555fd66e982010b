package io.bootledger.cli.gate;

import io.bootledger.analyzer.gate.Budgets;
import io.bootledger.analyzer.gate.Budgets.Limit;
import io.bootledger.analyzer.gate.Budgets.Severity;
import io.bootledger.analyzer.gate.Budgets.Waiver;
import io.bootledger.analyzer.gate.MetricPattern;
import io.bootledger.analyzer.rule.GateRule;
import io.bootledger.analyzer.rule.Margin;
import io.bootledger.analyzer.rule.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the model that a budget file holds, whatever it was written in; what it does not know is an error, never ignored. */
final class BudgetReader {
    private static final Set<String> SCOPES = Set.of("total", "segment", "phase", "level", "gap", "owner", "initcall");

    private final String file;
    private final LocalDate today;
    private final List<Limit> limits = new ArrayList<>();
    private final List<Waiver> waivers = new ArrayList<>();
    private final List<Waiver> ended = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private GateRule rule = GateRule.DEFAULT;
    private @Nullable Long newInitcallMaxUs;
    private @Nullable Long failuresMax;

    BudgetReader(String file, LocalDate today) {
        this.file = file;
        this.today = today;
    }

    BudgetFile read(Map<?, ?> content) {
        BudgetTable root = new BudgetTable(file, content);
        root.allow("schema", "defaults", "budget", "waive");
        if (root.number("schema", 1) != 1) {
            throw root.wrong("schema", "this program reads schema 1");
        }
        BudgetTable defaults = root.table("defaults");
        if (defaults != null) {
            defaults(defaults);
        }
        root.tables("budget").forEach(this::budget);
        root.tables("waive").forEach(this::waive);
        return new BudgetFile(rule, new Budgets(limits, waivers, notes, newInitcallMaxUs, failuresMax), ended);
    }

    private void defaults(BudgetTable defaults) {
        defaults.allow("alpha", "total", "phase", "initcall", "segments");
        rule = new GateRule(
                margin(defaults, "total", rule.total()),
                margin(defaults, "phase", rule.part()),
                margin(defaults, "initcall", rule.initcall()),
                defaults.chance("alpha", rule.alpha()),
                defaults.flag("segments", rule.segments()));
    }

    private static Margin margin(BudgetTable defaults, String name, Margin otherwise) {
        BudgetTable margin = defaults.table(name);
        if (margin == null) {
            return otherwise;
        }
        if (margin.has("alpha")) {
            throw margin.wrong(
                    "alpha", "all metrics are one test with one alpha: write it beside " + name + ", as alpha = 0.004");
        }
        margin.allow("rel", "abs");
        return new Margin(margin.perMille("rel", otherwise.perMille()), margin.micros("abs", otherwise.us()));
    }

    private void budget(BudgetTable budget) {
        budget.allow(
                "metric",
                "segment",
                "phase",
                "level",
                "gap",
                "owner",
                "initcall",
                "max",
                "severity",
                "new-initcall-max",
                "failures-max");
        if (budget.has("new-initcall-max")) {
            newInitcallMaxUs = budget.micros("new-initcall-max", 0);
        }
        if (budget.has("failures-max")) {
            failuresMax = budget.number("failures-max", 0);
            if (failuresMax < 0) {
                throw budget.wrong("failures-max", "it is a number of failures, 0 or more");
            }
        }
        if (budget.has("max")) {
            Scope scope = scope(budget);
            limits.add(new Limit(scope, glob(budget, scope), budget.micros("max", 0), severity(budget)));
        } else if (!budget.has("new-initcall-max") && !budget.has("failures-max")) {
            throw budget.wrong("max", "it is missing: say how much it may take, as \"40 ms\"");
        }
    }

    private void waive(BudgetTable waive) {
        waive.allow(
                "metric",
                "segment",
                "phase",
                "level",
                "gap",
                "owner",
                "initcall",
                "until",
                "max-shift",
                "build",
                "reason");
        Scope scope = scope(waive);
        MetricPattern metrics = new MetricPattern(scope, glob(waive, scope));
        LocalDate until = waive.date("until");
        Long most = waive.has("max-shift") ? Long.valueOf(waive.micros("max-shift", 0)) : null;
        String build = waive.has("build") ? waive.text("build") : null;
        Waiver waiver = new Waiver(metrics, most, build, waive.text("reason"));
        if (until.isBefore(today)) {
            notes.add("the waiver of " + metrics + " ended on " + until + ": " + waiver.reason());
            ended.add(waiver);
        } else {
            waivers.add(waiver);
        }
    }

    private static Scope scope(BudgetTable table) {
        List<String> named = SCOPES.stream().filter(table::has).sorted().toList();
        if (named.size() == 1 && !table.has("metric")) {
            return Scope.valueOf(named.get(0).toUpperCase(Locale.ROOT));
        }
        if (named.isEmpty() && "total".equals(table.text("metric"))) {
            return Scope.TOTAL;
        }
        throw table.wrong("metric", "say one of metric = \"total\", segment, phase, level, gap, owner or initcall");
    }

    private static String glob(BudgetTable table, Scope scope) {
        return scope == Scope.TOTAL ? "total" : table.text(scope.toString());
    }

    private static Severity severity(BudgetTable table) {
        if (!table.has("severity")) {
            return Severity.ERROR;
        }
        String word = table.text("severity");
        for (Severity severity : Severity.values()) {
            if (severity.toString().equals(word)) {
                return severity;
            }
        }
        throw table.wrong("severity", "it is one of error, warn, off");
    }
}
