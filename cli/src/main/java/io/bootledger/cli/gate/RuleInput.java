package io.bootledger.cli.gate;

import io.bootledger.analyzer.gate.GateSettings;
import io.bootledger.analyzer.rule.GateRule;
import io.bootledger.cli.process.Surroundings;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** By which rules a gate judges. */
public final class RuleInput {
    @Option(
            names = "--budget",
            paramLabel = "FILE",
            description = "Limits, margins and waivers, in TOML or JSON: see docs/gate.md.")
    private @Nullable Path budget;

    /** The rules. */
    public GateSettings settings(Surroundings here, boolean interleaved, Set<String> allowed, boolean strict) {
        BudgetFile file = budget == null ? BudgetFile.NONE : BudgetFile.read(budget, here.today());
        return new GateSettings(file.rule(), interleaved, allowed, file.budgets(), strict);
    }

    /** The margins and levels of significance alone: for boots of which nothing else is asked. */
    GateSettings marginsOnly(Surroundings here) {
        GateRule rule = budget == null
                ? GateRule.DEFAULT
                : BudgetFile.read(budget, here.today()).rule();
        return GateSettings.DEFAULT.with(rule);
    }
}
