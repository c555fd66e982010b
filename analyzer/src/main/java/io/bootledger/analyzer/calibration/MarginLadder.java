package io.bootledger.analyzer.calibration;

import io.bootledger.analyzer.calibration.Calibration.Sessions;
import io.bootledger.analyzer.rule.GateRule;
import io.bootledger.analyzer.rule.Margin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Margins that are raised, step by step, where unchanged boots fail. */
final class MarginLadder {
    private static final List<Integer> STEPS_PER_MILLE = List.of(20, 30, 50, 70, 100, 150, 200, 300, 500, 1_000);
    /** A margin of that many standard deviations between sessions is exceeded once in a hundred (two sessions, one-sided). */
    private static final double SESSIONS = 3.3;

    private GateRule rule;

    MarginLadder(GateRule rule, @Nullable Sessions sessions) {
        long least = sessions == null ? 0 : (long) Math.ceil(SESSIONS * sessions.perMille());
        this.rule = rule.withMargins(raisedTo(rule.total(), least), raisedTo(rule.part(), least), rule.initcall());
    }

    GateRule rule() {
        return rule;
    }

    /** Raises the margin of the scope that fails most often; false when it cannot be raised any more. */
    boolean climb(Rates rates) {
        GateRule before = rule;
        int total = rates.total().hits() - rates.global().hits();
        int part = rates.part().hits();
        int initcall = rates.initcall().hits();
        if (initcall >= Math.max(total, part)) {
            rule = rule.withMargins(rule.total(), rule.part(), next(rule.initcall()));
        } else if (part >= total) {
            rule = rule.withMargins(rule.total(), next(rule.part()), rule.initcall());
        } else {
            rule = rule.withMargins(next(rule.total()), rule.part(), rule.initcall());
        }
        return !rule.equals(before);
    }

    private static Margin next(Margin margin) {
        return STEPS_PER_MILLE.stream()
                .filter(step -> step > margin.perMille())
                .findFirst()
                .map(step -> new Margin(step, margin.us()))
                .orElse(margin);
    }

    private static Margin raisedTo(Margin margin, long perMille) {
        Margin raised = margin;
        while (raised.perMille() < perMille && !next(raised).equals(raised)) {
            raised = next(raised);
        }
        return raised;
    }
}
