package io.bootledger.cli.gate;

import io.bootledger.analyzer.calibration.Calibrating;
import io.bootledger.analyzer.calibration.Calibration;
import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.gate.Gate;
import io.bootledger.cli.input.CompleteBoots;
import io.bootledger.cli.output.Messages;
import io.bootledger.cli.process.ExitCode;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.TextFiles;
import io.bootledger.cli.process.Version;
import io.bootledger.reports.gate.CalibrationJson;
import io.bootledger.reports.text.many.CalibrationReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bootledger gate calibrate}: what repeated boots of one kernel say about the gate. */
@Command(
        name = "calibrate",
        description = {
            "Boot one unchanged kernel again and again: how noisy is this machine, how often would the gate have failed",
            "though nothing changed, what does it see, and which margins suit?"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  bootledger gate calibrate boots/",
            "  bootledger gate calibrate monday/ tuesday/ wednesday/     folders are sessions: how much do they differ?",
            "",
            "Six boots at least, better 20. The same boots give the same answer.",
            "Exit codes: 0 fine, 2 wrong usage, 3 too few boots, or unreadable."
        })
final class GateCalibrateCommand implements Callable<Integer> {
    private final Surroundings here;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "LOG|GLOB|DIR", arity = "1..*", description = "Boots of one kernel on one machine.")
    private List<String> logs = List.of();

    @Mixin
    private RuleInput rule = new RuleInput();

    @Option(names = "--seed", paramLabel = "N", description = "Another seed deals the boots otherwise; 1 if not given.")
    private long seed = 1;

    @Option(names = "--json", paramLabel = "FILE", description = "Write it as JSON; - is standard output.")
    private @Nullable String json;

    GateCalibrateCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        Map<String, List<BootMeasures>> sessions =
                CompleteBoots.byName("", logs, new Messages(spec.commandLine().getErr(), false)).stream()
                        .collect(Collectors.groupingBy(
                                boot -> String.valueOf(Path.of(boot.boot()).getParent()),
                                TreeMap::new,
                                Collectors.toList()));
        Calibration calibration;
        try (JudgeWatch judge = new JudgeWatch(Gate::judge, here)) {
            calibration = Calibrating.of(sessions.values(), rule.marginsOnly(here), judge, seed);
        }
        new TextFiles(here)
                .answer(json, CalibrationJson.of(calibration, seed), CalibrationReport.of(calibration, here.layout()));
        return ExitCode.OK;
    }
}
