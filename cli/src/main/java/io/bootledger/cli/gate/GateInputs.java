package io.bootledger.cli.gate;

import io.bootledger.analyzer.compare.measure.ComparedBoot;
import io.bootledger.analyzer.gate.GateSettings;
import io.bootledger.cli.input.BootSet;
import io.bootledger.cli.output.Messages;
import io.bootledger.cli.process.BootConditions;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.traces.store.BootId;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a gate judges, and by which rules. */
final class GateInputs {
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
            description = "Boots of the kernel to judge, on the same machine. Six or more of each.")
    private List<String> candidate = List.of();

    @Mixin
    private StoredSides stored = new StoredSides();

    @Mixin
    private RuleInput rule = new RuleInput();

    @Mixin
    private final BootConditions circumstances = new BootConditions();

    /** The boots of both sides, from logs or out of a store. */
    GateSides sides(Surroundings here, Messages messages) {
        stored.refuseBeside(baseline, candidate);
        return stored.areWanted()
                ? stored.read(() -> baseline(messages), () -> candidate(messages), this::candidateIds, here, messages)
                : new GateSides(baseline(messages), candidate(messages));
    }

    private List<ComparedBoot> baseline(Messages messages) {
        return BootSet.read("--baseline", given("--baseline", baseline), messages);
    }

    private List<ComparedBoot> candidate(Messages messages) {
        return BootSet.read("--candidate", given("--candidate", candidate), messages);
    }

    private Set<BootId> candidateIds() {
        return BootSet.ids("--candidate", given("--candidate", candidate));
    }

    private static List<String> given(String option, List<String> names) {
        if (names.isEmpty()) {
            throw CommandFailure.usage(option + " is missing: give logs, a quoted pattern, or a folder of logs");
        }
        return names;
    }

    /** The rules. */
    GateSettings settings(Surroundings here, boolean strict) {
        return rule.settings(here, circumstances.interleaved(), circumstances.allowed(), strict);
    }
}
