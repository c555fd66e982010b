package io.bootledger.cli.boot;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.analyzer.advice.Trial;
import io.bootledger.analyzer.advice.Trials;
import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.analyzer.gate.GateSettings;
import io.bootledger.analyzer.gate.SequentialGate;
import io.bootledger.analyzer.reading.CommandLine;
import io.bootledger.cli.gate.GateSides;
import io.bootledger.cli.input.AnalysisRun;
import io.bootledger.cli.output.Messages;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Complaint;
import io.bootledger.cli.process.ExitCode;
import io.bootledger.cli.process.Interrupt;
import io.bootledger.cli.process.StandardInput;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.TextFiles;
import io.bootledger.cli.process.Version;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import io.bootledger.traces.input.TraceReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bootledger advise}: which words on the command line should gain what, and, if asked to try it, what they do gain. */
@Command(
        name = "advise",
        description = "Tell which words on the kernel's command line should gain how much, and try them.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "The command of --try is told in BOOTLEDGER_APPEND what to add to the kernel's command line. A word may cost what",
            "needs it (the risk is told): try it on a machine that may fail to come up.",
            "",
            "Examples:",
            "  bootledger advise boot.log",
            "",
            "  bootledger advise --try './qemu.sh bzImage \"$BOOTLEDGER_APPEND\"' --out tries",
            "",
            "Exit codes: 0 fine, 2 wrong usage, 3 a log cannot be read, or the kernel does not come up without them.",
            "More: docs/boot.md"
        })
public final class AdviseCommand implements Callable<Integer> {
    private final Surroundings here;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "LOG",
            arity = "0..1",
            description = "A boot whose words are wanted; - is standard input. With --try by itself the first boot's.")
    private @Nullable String log;

    @Option(
            names = "--try",
            paramLabel = "CMD",
            description = "Boots the kernel with these words more on its command line, and prints its console.")
    private @Nullable String command;

    @Option(
            names = "--words",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many to try, those first that should gain most. By itself 5.")
    private int most = 5;

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "How often to boot with each, and without. By itself " + SequentialGate.FIRST + ".")
    private int runs = SequentialGate.FIRST;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Keep the boots and verdicts here: a new or empty folder.")
    private @Nullable Path out;

    @Mixin
    private SeriesInput input = new SeriesInput();

    public AdviseCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        Messages messages = new Messages(spec.commandLine().getErr(), false);
        if (most < 1) {
            throw CommandFailure.usage("--words " + most + ": try one at least");
        }
        if (command == null) {
            if (log == null) {
                throw CommandFailure.usage("whose boot? Name a log, or give --try a command that boots");
            }
            say(TrialWords.of(trials(log)));
            return ExitCode.OK;
        }
        if (out == null) {
            throw CommandFailure.usage("--try keeps what it boots: name a folder with --out");
        }
        return attempt(command, out, messages);
    }

    private int attempt(String boots, Path place, Messages messages) {
        int times = BootLimits.times(runs);
        GateSettings settings = input.settings(here, true, false);
        BootSide without = new BootSide("without", "--try", boots, "");
        BootSeries series = input.series(place, List.of(without), messages);
        series.prepare();
        int[] exitCode = {ExitCode.UNREADABLE};
        Interrupt.endsInItsOwnWay(series::stop, () -> exitCode[0] = attempt(series, without, times, settings, place));
        return exitCode[0];
    }

    private int attempt(BootSeries series, BootSide without, int times, GateSettings settings, Path place) {
        series.boot(1);
        List<KeptBoot> first = series.boots();
        if (first.isEmpty() || !first.get(0).isWhole()) {
            say("the kernel does not come up without any word: nothing to try\n");
            return ExitCode.UNREADABLE;
        }
        String told = log == null ? first.get(0).log().toString() : log;
        List<Trial> trials = trials(told).stream().limit(most).toList();
        List<BootSide> sides = new ArrayList<>();
        for (Trial trial : trials) {
            sides.add(without.with("with-" + (sides.size() + 1), trial.words()));
        }
        List<Tried> tried = new ArrayList<>();
        if (trials.isEmpty()) {
            say(TrialWords.tried(tried));
            return ExitCode.OK;
        }
        series.also(sides);
        series.boot(1);
        for (int nth = 0; nth < trials.size(); nth++) {
            refuseDeaf(of(series, sides.get(nth)), trials.get(nth));
        }
        series.boot(times - 1);
        for (int nth = 0; nth < trials.size(); nth++) {
            tried.add(judged(series, without, sides.get(nth), trials.get(nth), settings, place));
        }
        say(TrialWords.tried(tried));
        return ExitCode.OK;
    }

    private Tried judged(
            BootSeries series, BootSide without, BootSide side, Trial trial, GateSettings settings, Path place) {
        GateSides sides = new GateSides(series.told(without), series.told(side));
        if (sides.baselineBoots().isEmpty() || sides.candidateBoots().isEmpty()) {
            return new Tried(trial, null);
        }
        refuseDeaf(of(series, side), trial);
        GateResult result = sides.judge(settings, false);
        KeptVerdict.write(result, place.resolve(side.name()), here);
        return new Tried(trial, result);
    }

    private static List<KeptBoot> of(BootSeries series, BootSide side) {
        return series.boots().stream().filter(boot -> boot.side().equals(side)).toList();
    }

    /** A command that does not pass the words on would show that none of them gains anything. */
    private void refuseDeaf(List<KeptBoot> boots, Trial trial) {
        List<KeptBoot> whole = boots.stream().filter(KeptBoot::isWhole).toList();
        for (KeptBoot boot : whole) {
            BootAnalysis told = analysis(boot.log().toString());
            String words = told == null ? null : told.kernel().commandLine();
            if (words != null) {
                CommandLine line = CommandLine.of(words);
                for (String word : trial.words().split(" ")) {
                    if (!line.holds(word)) {
                        throw CommandFailure.usage("--try: the kernel's command line lacks " + word
                                + ": let the command add $BOOTLEDGER_APPEND to it");
                    }
                }
                return;
            }
        }
        if (!whole.isEmpty()) {
            throw CommandFailure.usage(
                    "--try: no log shows the kernel's command line, so nobody can tell whether it has " + trial.words()
                            + ": let the console print all from its beginning (without quiet)");
        }
    }

    private List<Trial> trials(String name) {
        BootAnalysis boot = analysis(name);
        if (boot == null) {
            throw CommandFailure.unreadable(StandardInput.nameOf(name) + ": there is no boot in it", null);
        }
        return Trials.of(boot.kernel(), boot.timeline(), boot.accounting());
    }

    /** The first boot of a log; null where it holds none. */
    private @Nullable BootAnalysis analysis(String name) {
        List<BootAnalysis> boots = new ArrayList<>();
        try (LogSource source = AnalysisRun.open(name, here.in())) {
            TraceReader.read(
                    source, ReadingOptions.NUMBERS, new BootAnalyzer(name, AnalysisOptions.LOG_ONLY, boots::add));
        } catch (IOException e) {
            throw CommandFailure.unreadable(Complaint.reading(StandardInput.nameOf(name), e), e);
        }
        return boots.isEmpty() ? null : boots.get(0);
    }

    private void say(String text) {
        new TextFiles(here).write(TextFiles.STANDARD_OUTPUT, text);
    }
}
