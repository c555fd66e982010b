package io.bootledger.cli.gate;

import io.bootledger.analyzer.gate.GateSettings;
import io.bootledger.cli.output.Messages;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.Version;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bootledger gate}: fails a build whose kernel really boots slower. */
@Command(
        name = "gate",
        description = "Fail a build whose kernel really boots slower or newly fails, and name the culprit.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  bootledger gate --baseline base/ --candidate new/",
            "  bootledger gate --baseline 'base/*.log' --candidate 'new/*.log' --order interleaved --junit gate.xml",
            "  bootledger gate --baseline base/ --candidate new/ --budget bootledger.toml --markdown gate.md --github",
            "  bootledger gate --baseline base/ --candidate new/ --sequential   six of each, and twelve where these leave it open",
            "  bootledger gate --baseline-where tag.board=x --candidate new/     against the boots of the store",
            "  bootledger gate --baseline base/ --candidate new/ --html gate.html",
            "  bootledger gate selftest --baseline base/ --candidate new/     can this gate fail at all?",
            "  bootledger gate calibrate base/                                what does it see on this machine?",
            "  bootledger gate accept acpi_init --reason 'new firmware'         it may be slower from now on",
            "",
            "Exit codes: 0 passes, 1 regressed or a budget is broken (with --strict also traded), 2 wrong usage or budget file,",
            "3 cannot decide (too few or unusable boots, unlike machines), 4 inconclusive and --fail-on-inconclusive, or",
            "--sequential wants more boots. More: docs/gate.md"
        })
public final class GateCommand implements Callable<Integer> {
    private final Surroundings here;

    @Spec
    private CommandSpec spec;

    @Mixin
    private GateInputs inputs = new GateInputs();

    @Option(
            names = "--sequential",
            description =
                    "Boot until decided: judge six boots of each, then, where these leave it open, twelve of each. Exit with 4"
                            + " when more boots are wanted.")
    private boolean sequential;

    @Mixin
    private GateVerdict verdict = new GateVerdict();

    GateCommand(Surroundings here) {
        this.here = here;
    }

    /** The command with its own commands. */
    public static CommandLine in(Surroundings here) {
        return new CommandLine(new GateCommand(here))
                .addSubcommand(new GateSelftestCommand(here))
                .addSubcommand(new GateCalibrateCommand(here))
                .addSubcommand(new GatePowerCommand(here))
                .addSubcommand(new GateAcceptCommand(here));
    }

    @Override
    public Integer call() {
        verdict.refuseBadPlaces();
        Messages messages = new Messages(spec.commandLine().getErr(), false);
        GateSettings settings = inputs.settings(here, verdict.strict());
        GateSides sides = inputs.sides(here, messages);
        return verdict.tell(sides.judge(settings, sequential), sides, here, messages);
    }
}
