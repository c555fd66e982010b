package io.bootledger.cli;

import io.bootledger.cli.input.AnalysisRun;
import io.bootledger.cli.input.LevelOrderForm;
import io.bootledger.cli.input.LevelOrderOutput;
import io.bootledger.cli.input.LevelSources;
import io.bootledger.cli.output.Messages;
import io.bootledger.cli.output.Outputs;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Progress;
import io.bootledger.cli.process.StandardInput;
import io.bootledger.cli.process.StandardOutput;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.TextFiles;
import io.bootledger.cli.process.Version;
import io.bootledger.cli.process.WholeFile;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.format.ReadingOptions;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bootledger levels}: in which order a boot ran its initcalls, level by level. */
@Command(
        name = "levels",
        description = "Show the order of initcalls, level by level, and compare it with the kernel's.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  bootledger levels boot.log                         every level",
            "  bootledger levels boot.log --level fs              one of them",
            "  bootledger levels boot.log --symbols System.map    what is out of link order, missing, extra",
            "  bootledger levels boot.log --csv - | column -s, -t",
            "",
            "A level marked ? is likely, not certain. `bootledger symbols learn` makes it better for your kernels.",
            "",
            "Exit codes: 0 fine, 2 wrong usage, 3 a file cannot be read or a log holds no kernel message."
        })
final class LevelsCommand implements Callable<Integer> {
    private final Surroundings here;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "LOG", arity = "1..*", description = "Boot logs, as for analyze; - is standard input.")
    private List<String> logs = List.of();

    @Mixin
    private final LevelSources levelSources = new LevelSources();

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            description = "Show this level alone: console, early, pure, core ... late, module.")
    private @Nullable String level;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "Write a table, a row for each initcall; - is standard output.")
    private @Nullable String csv;

    @Option(names = "--json", paramLabel = "FILE", description = "Write JSON; - is standard output.")
    private @Nullable String json;

    LevelsCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        AnalysisRun.refuseTwice(logs);
        if (onStandardOutput(csv) && onStandardOutput(json)) {
            throw CommandFailure.usage("--csv - and --json - would both go to standard output: give one a file");
        }
        InitcallLevel only = level == null ? null : level(level);
        Messages messages = new Messages(spec.commandLine().getErr(), !showsText());
        LevelSources.Read sources = levelSources.read(here, messages);
        try (Outputs outputs = new Outputs()) {
            outputs.add(messages);
            open(outputs, new LevelOrderOutput.Shown(only, sources));
            return analyze(
                    new AnalysisRun(here, ReadingOptions.NUMBERS, sources.options(), messages, outputs.sinks()),
                    outputs);
        }
    }

    private int analyze(AnalysisRun logReading, Outputs outputs) {
        try (AnalysisRun run = logReading) {
            run.readAll(logs, Progress.none());
            if (run.end() > 0) {
                outputs.finish();
            }
            return run.exitCode();
        }
    }

    private void open(Outputs outputs, LevelOrderOutput.Shown shown) {
        OutputStream standard = new StandardOutput(here.out());
        if (showsText()) {
            outputs.add(new LevelOrderOutput(
                    TextFiles.STANDARD_OUTPUT, LevelOrderForm.text(standard, here.layout()), shown));
        }
        if (csv != null) {
            open(outputs, csv, shown, out -> LevelOrderForm.csv(out, shown.only()));
        }
        if (json != null) {
            List<String> sources = logs.stream().map(StandardInput::nameOf).toList();
            open(outputs, json, shown, out -> LevelOrderForm.json(out, sources));
        }
    }

    private void open(Outputs outputs, String place, LevelOrderOutput.Shown shown, LevelOrderForm.Beginning form) {
        outputs.open(place, () -> {
            OutputStream out = onStandardOutput(place) ? new StandardOutput(here.out()) : WholeFile.at(Path.of(place));
            return new LevelOrderOutput(place, form.on(out), shown);
        });
    }

    private boolean showsText() {
        return !onStandardOutput(csv) && !onStandardOutput(json);
    }

    private static boolean onStandardOutput(@Nullable String place) {
        return TextFiles.STANDARD_OUTPUT.equals(place);
    }

    private static InitcallLevel level(String name) {
        InitcallLevel level = InitcallLevel.ofName(name);
        if (level == null) {
            throw CommandFailure.usage("--level " + name + ": there is no such level: it is one of "
                    + Arrays.stream(InitcallLevel.values())
                            .map(Object::toString)
                            .collect(Collectors.joining(", ")));
        }
        return level;
    }
}
