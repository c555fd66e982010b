package io.bootledger.reports.png;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.levels.LevelSummary;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.reports.Palette;
import io.bootledger.traces.event.InitcallLevel;
import java.util.EnumSet;
import java.util.Set;

/** What the colour of an initcall tells: its level, or its outcome where levels are unknown. */
record Colours(boolean byLevel) {
    /** Known without any evidence of levels. */
    private static final Set<InitcallLevel> EVIDENT = EnumSet.of(InitcallLevel.CONSOLE, InitcallLevel.MODULE);

    static Colours of(BootAnalysis boot) {
        return new Colours(!boot.levels().stream().map(LevelSummary::level).allMatch(EVIDENT::contains));
    }

    int of(Initcall call) {
        if (call.outcome() == Outcome.UNFINISHED || call.outcome() == Outcome.FAILED || !byLevel) {
            return call.module() != null && call.outcome() == Outcome.OK
                    ? Palette.of(InitcallLevel.MODULE)
                    : Palette.of(call.outcome());
        }
        return Palette.of(call.level());
    }

    String meaning(Initcall call) {
        return switch (call.outcome()) {
            case UNFINISHED -> "never returned";
            case FAILED -> "failed";
            default ->
                call.module() != null
                        ? "module"
                        : !byLevel
                                ? call.outcome().toString()
                                : call.level() == null
                                        ? "level unknown"
                                        : call.level().toString();
        };
    }
}
