package io.bootledger.cli.boot;

import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.analyzer.gate.Metric;
import io.bootledger.analyzer.gate.Status;
import io.bootledger.analyzer.gate.Verdict;
import io.bootledger.analyzer.rule.Scope;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.gate.GateWords;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a bisection is after: one slowdown, so that what chance or another commit makes slower on the way leads nowhere else.
 *
 * @param slower as the bad boots have it
 */
record Sought(Metric slower) {
    /** Who did it, rather than what it is a part of. */
    private static final List<Scope> NARROWEST =
            List.of(Scope.INITCALL, Scope.GAP, Scope.OWNER, Scope.LEVEL, Scope.PHASE, Scope.TOTAL);

    /** The largest of the narrowest that bad boots show to be slower; empty where they show nothing. */
    static Optional<Sought> in(GateResult bad) {
        if (bad.verdict() != Verdict.REGRESSED && bad.verdict() != Verdict.TRADED) {
            return Optional.empty();
        }
        return bad.metrics().stream()
                .filter(metric -> metric.status() == Status.REGRESSED)
                .min(Comparator.comparingInt((Metric metric) -> NARROWEST.indexOf(metric.scope()))
                        .thenComparing(Comparator.comparingLong(Metric::shiftUs).reversed()))
                .map(Sought::new);
    }

    /** What a commit is: bad where this is slower, good where it is not by as much, and else nobody knows. */
    int answer(GateResult commit) {
        int asAWhole = BisectAnswer.of(commit);
        return asAWhole == BisectAnswer.SKIP
                ? asAWhole
                : of(commit).map(this::answer).orElse(BisectAnswer.GOOD);
    }

    private int answer(Metric metric) {
        if (metric.status() == Status.REGRESSED) {
            return BisectAnswer.BAD;
        }
        boolean mayBeAsSlow = metric.highUs() != null && metric.highUs() >= slower.shiftUs();
        return mayBeAsSlow ? BisectAnswer.SKIP : BisectAnswer.GOOD;
    }

    /** {@code populate_rootfs +97.1 ms}. */
    String words() {
        return words(slower);
    }

    /** {@code populate_rootfs +0.1 ms}: how it is in a commit. */
    String words(GateResult commit) {
        return of(commit).map(Sought::words).orElse(GateWords.name(slower) + " is no slower");
    }

    private static String words(Metric metric) {
        return GateWords.name(metric) + " " + DurationText.signed(metric.shiftUs());
    }

    private Optional<Metric> of(GateResult commit) {
        return commit.metrics().stream()
                .filter(metric ->
                        metric.scope() == slower.scope() && metric.id().equals(slower.id()))
                .findFirst();
    }
}
