package io.bootledger.cli;

import io.bootledger.analyzer.compare.BootMeasures;
import io.bootledger.analyzer.gate.GateSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a gate judges, and by which rules. */
final class GateInputs {
    private enum Order {
        INTERLEAVED,
        BLOCKS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--baseline",
            paramLabel = "LOG|GLOB|DIR",
            arity = "1..*",
            description = "Boots of the kernel as it was: logs, quoted patterns, folders of logs.")
    private List<String> baseline = List.of();

    @Option(
            names = "--candidate",
            paramLabel = "LOG|GLOB|DIR",
            arity = "1..*",
            description = "Boots of the kernel to judge, on the same machine. Five or more of each.")
    private List<String> candidate = List.of();

    @Option(
            names = "--order",
            paramLabel = "interleaved|blocks",
            description = {
                "How the boots were made: in turn (ABAB), or one side after the other (the default). Only in turn is a",
                "machine that is slower as a whole the candidate's fault."
            })
    private Order order = Order.BLOCKS;

    @Mixin
    private StoredSides stored = new StoredSides();

    @Option(
            names = "--budget",
            paramLabel = "FILE",
            description = "Limits, margins and waivers, in TOML or JSON: see docs/gate.md.")
    private @Nullable Path budget;

    @Option(
            names = "--allow-env-diff",
            paramLabel = "KEY",
            description = "Compare although this differs: machine, console, loglevel, clocksource ... May be repeated.")
    private Set<String> allowed = Set.of();

    /** The boots of both sides, from logs or out of a store. */
    GateSides sides(Surroundings here, Messages messages) {
        stored.refuseBeside(baseline, candidate);
        return stored.areWanted()
                ? stored.read(this::baseline, this::candidate, here, messages)
                : new GateSides(baseline(), candidate());
    }

    private List<BootMeasures> baseline() {
        return BootSet.read("--baseline", given("--baseline", baseline));
    }

    private List<BootMeasures> candidate() {
        return BootSet.read("--candidate", given("--candidate", candidate));
    }

    private static List<String> given(String option, List<String> names) {
        if (names.isEmpty()) {
            throw CommandFailure.usage(option + " is missing: give logs, a quoted pattern, or a folder of logs");
        }
        return names;
    }

    /** The rules; what should be known about them is said. */
    GateSettings settings(Surroundings here, Messages messages) {
        BudgetFile file = budget == null ? BudgetFile.NONE : BudgetFile.read(budget, here.today());
        file.notes().forEach(messages::say);
        return new GateSettings(file.rule(), order == Order.INTERLEAVED, allowed, file.budgets());
    }
}
