package io.bootledger.reports;

import io.bootledger.analyzer.compare.measure.Environment.Difference;
import io.bootledger.analyzer.gate.Budgets.Waiver;
import io.bootledger.analyzer.gate.MetricPattern;
import io.bootledger.analyzer.history.AcceptedSteps;
import io.bootledger.analyzer.history.Build;
import io.bootledger.analyzer.history.ChangePoint;
import io.bootledger.analyzer.history.History;
import io.bootledger.analyzer.history.Series;
import io.bootledger.analyzer.history.Series.BuildRange;
import io.bootledger.analyzer.rule.Scope;
import java.util.ArrayList;
import java.util.List;

/** Histories to be shown. */
public final class Histories {
    public static final int BUILDS = 20;

    /**
     * The total and an initcall, which take twice as long from the tenth build on; of the initcall that is accepted. Build 15 has no boot that can be used.
     *
     * @param name in all names
     * @param metrics initcalls to show; empty for the total, the phases and what changed
     */
    public static HistoryView view(String name, List<String> metrics) {
        List<Build> builds = new ArrayList<>();
        List<Long> us = new ArrayList<>();
        for (int i = 0; i < BUILDS; i++) {
            builds.add(build(name + i, i == 10 ? name : ""));
            us.add(i == 15 ? null : i < 10 ? 100_000L : 200_000L);
        }
        List<ChangePoint> changes = List.of(new ChangePoint(10, 100_000, 200_000, 1e-5));
        History history = new History(
                builds,
                List.of(
                        new Series(Scope.TOTAL, "total", us, ranges(us), changes),
                        new Series(Scope.PHASE, "initcalls", us, ranges(us), List.of()),
                        new Series(Scope.INITCALL, name, us, ranges(us), changes)));
        Waiver waiver = new Waiver(MetricPattern.of("*"), null, null, "why " + name);
        return new HistoryView(
                history,
                "kernel",
                new AcceptedSteps(List.of(waiver)),
                metrics.stream()
                        .map(metric -> new MetricPattern(Scope.INITCALL, metric))
                        .toList());
    }

    /** Each build's boots differ by a tenth. */
    static List<BuildRange> ranges(List<Long> us) {
        return us.stream()
                .map(one -> one == null ? null : new BuildRange(one, one + one / 10))
                .toList();
    }

    static Build build(String name, String console) {
        return new Build(
                name,
                2,
                1,
                List.of("init_started"),
                console.isEmpty() ? List.of() : List.of(new Difference("console", List.of("ttyS0"), List.of(console))));
    }

    private Histories() {}
}
