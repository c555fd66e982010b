package io.bootledger.cli;

import io.bootledger.analyzer.gate.Gate;
import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.reports.gate.GateAnnotations;
import io.bootledger.reports.gate.GateJson;
import io.bootledger.reports.gate.GateJunit;
import io.bootledger.reports.gate.GateMarkdown;
import io.bootledger.reports.gate.GateOpenMetrics;
import io.bootledger.reports.gate.GateText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
            "  bootledger gate --baseline base/ --candidate new/ --budget bootledger.toml --markdown - --github",
            "  bootledger gate selftest --baseline base/ --candidate new/     can this gate fail at all?",
            "",
            "Exit codes: 0 passes, 1 regressed or a budget is broken, 2 wrong usage or budget file, 3 cannot decide (too",
            "few or unusable boots, unlike machines), 4 inconclusive and --fail-on-inconclusive. More: docs/gate.md"
        })
final class GateCommand implements Callable<Integer> {
    private final Surroundings here;

    @Spec
    private CommandSpec spec;

    @Mixin
    private GateInputs inputs = new GateInputs();

    @Option(
            names = "--fail-on-inconclusive",
            description = "Exit with 4, not 0, when it seems slower but that may be chance.")
    private boolean failOnInconclusive;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the verdict as JSON; - is standard output.")
    private @Nullable String json;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write it as JUnit XML.")
    private @Nullable String junit;

    @Option(
            names = "--markdown",
            paramLabel = "FILE",
            description = "Write it as Markdown for a pull request; - is standard output.")
    private @Nullable String markdown;

    @Option(names = "--metrics", paramLabel = "FILE", description = "Write the numbers as OpenMetrics text.")
    private @Nullable String metrics;

    @Option(names = "--github", description = "Print GitHub annotations after the verdict.")
    private boolean github;

    GateCommand(Surroundings here) {
        this.here = here;
    }

    /** The command with its own commands. */
    static CommandLine in(Surroundings here) {
        return new CommandLine(new GateCommand(here)).addSubcommand(new GateSelftestCommand(here));
    }

    @Override
    public Integer call() {
        refuseTwoOnStandardOutput();
        Messages messages = new Messages(spec.commandLine().getErr(), false);
        GateResult result = Gate.judge(inputs.baseline(), inputs.candidate(), inputs.settings(here, messages));
        int exitCode = exitCode(result);
        TextFiles files = new TextFiles(here);
        files.write(json, GateJson.of(result, exitCode));
        files.write(junit, GateJunit.of(result));
        files.write(markdown, GateMarkdown.of(result));
        files.write(metrics, GateOpenMetrics.of(result));
        if (!onStandardOutput().isEmpty()) {
            messages.say(GateText.of(result).lines().findFirst().orElseThrow());
            return exitCode;
        }
        files.write(TextFiles.STANDARD_OUTPUT, GateText.of(result) + (github ? GateAnnotations.of(result) : ""));
        return exitCode;
    }

    private int exitCode(GateResult result) {
        return switch (result.verdict()) {
            case OK -> ExitCode.OK;
            case REGRESSED -> ExitCode.REGRESSED;
            case INSUFFICIENT -> ExitCode.UNREADABLE;
            case INCONCLUSIVE -> failOnInconclusive ? ExitCode.INCONCLUSIVE : ExitCode.OK;
        };
    }

    private List<String> onStandardOutput() {
        List<String> options = new ArrayList<>();
        add(options, "--json", json);
        add(options, "--junit", junit);
        add(options, "--markdown", markdown);
        add(options, "--metrics", metrics);
        return options;
    }

    private static void add(List<String> options, String option, @Nullable String place) {
        if (TextFiles.STANDARD_OUTPUT.equals(place)) {
            options.add(option + " -");
        }
    }

    private void refuseTwoOnStandardOutput() {
        List<String> options = onStandardOutput();
        if (github && !options.isEmpty()) {
            options.add("--github");
        }
        if (options.size() > 1) {
            throw CommandFailure.usage(
                    String.join(" and ", options) + " would both go to standard output: give one a file");
        }
    }
}
