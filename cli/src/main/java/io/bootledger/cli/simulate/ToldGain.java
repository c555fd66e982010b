package io.bootledger.cli.simulate;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.analyzer.whatif.Action;
import io.bootledger.analyzer.whatif.WhatIf;
import io.bootledger.reports.DurationText;
import io.bootledger.simulator.scenario.Edit;
import io.bootledger.simulator.scenario.Scenario;
import io.bootledger.simulator.scenario.ScenarioLog;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the analyzer says that a change of a machine can gain. */
public final class ToldGain {
    private ToldGain() {}

    /** The analysis of a simulated boot. */
    public static @Nullable BootAnalysis ofSimulated(Scenario scenario, long seed) {
        List<BootAnalysis> boots = new ArrayList<>();
        new ScenarioLog(scenario).events(seed, new BootAnalyzer("simulated", AnalysisOptions.LOG_ONLY, boots::add));
        return boots.isEmpty() ? null : boots.get(0);
    }

    /** {@code analyze --what-if: 0.000 to 790.123 ms}; null where the analyzer says nothing of it. */
    public static @Nullable String sentence(BootAnalysis boot, Edit edit) {
        WhatIf told = of(boot, edit);
        return told == null
                ? null
                : "analyze --what-if says of \"" + told.words() + "\": gains "
                        + DurationText.exactMillis(told.gainLowUs()) + " to "
                        + DurationText.exactMillis(told.gainHighUs()) + " ms";
    }

    /** The row that bounds the gain of a change; null where there is none, or the change may make something slower. */
    static @Nullable WhatIf of(BootAnalysis boot, Edit edit) {
        Action action = action(edit);
        return boot.accounting().whatIfs().stream()
                .filter(change -> change.action() == action && change.target().equals(edit.name()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Action action(Edit edit) {
        return switch (edit.kind()) {
            case "initcall" ->
                switch (edit.property()) {
                    case "faster", "async", "module", "blacklist", "remove" -> Action.FASTER;
                    default -> null;
                };
            case "device" -> edit.property().equals("async") ? Action.ASYNCHRONOUS : null;
            case "initramfs" -> edit.property().equals("faster") ? Action.INITRAMFS : null;
            default ->
                switch (edit.value()) {
                    case "cryptomgr.notests=1" -> Action.NO_SELF_TESTS;
                    case "initramfs_async=0" -> Action.UNPACK_AT_ONCE;
                    default -> null;
                };
        };
    }
}
