package io.bootledger.reports.png.draw;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.failures.JudgedOutcomes;
import io.bootledger.analyzer.levels.LevelSummary;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.reports.Palette;
import io.bootledger.traces.event.InitcallLevel;
import java.util.EnumSet;
import java.util.Set;

/** What the colour of an initcall tells: its level, or its outcome where levels are unknown. */
public record Colours(boolean byLevel, JudgedOutcomes outcomes) {
    /** Known without any evidence of levels. */
    private static final Set<InitcallLevel> EVIDENT = EnumSet.of(InitcallLevel.CONSOLE, InitcallLevel.MODULE);

    public static Colours of(BootAnalysis boot) {
        return new Colours(
                !boot.levels().stream().map(LevelSummary::level).allMatch(EVIDENT::contains),
                JudgedOutcomes.of(boot.failures()));
    }

    public int of(Initcall call) {
        Outcome outcome = outcomes.of(call);
        if (outcomes.isAlarm(call) || !byLevel) {
            return call.module() != null && outcome == Outcome.OK
                    ? Palette.of(InitcallLevel.MODULE)
                    : Palette.of(outcome);
        }
        return Palette.of(call.level());
    }

    public String meaning(Initcall call) {
        return switch (outcomes.of(call)) {
            case UNFINISHED -> "never returned";
            case FAILED -> "failed";
            default ->
                call.module() != null
                        ? "module"
                        : !byLevel
                                ? outcomes.of(call).toString()
                                : call.level() == null
                                        ? "level unknown"
                                        : call.level().toString();
        };
    }
}
