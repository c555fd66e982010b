package io.bootledger.cli;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.cli.input.AskedBoot;
import io.bootledger.cli.input.LevelSources;
import io.bootledger.cli.input.Replay;
import io.bootledger.cli.live.LiveBoot;
import io.bootledger.cli.live.LiveDisplay;
import io.bootledger.cli.output.Messages;
import io.bootledger.cli.output.Outputs;
import io.bootledger.cli.output.ResultSink;
import io.bootledger.cli.output.StateOutput;
import io.bootledger.cli.output.TextOutput;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.ExitCode;
import io.bootledger.cli.process.Interrupt;
import io.bootledger.cli.process.StandardOutput;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.Version;
import io.bootledger.simulator.machine.Nanos;
import io.bootledger.traces.event.BootTime;
import io.bootledger.traces.format.ReadingOptions;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bootledger replay}: a boot as it was at a moment. */
@Command(
        name = "replay",
        description = "Show what a boot was doing at a moment, or is doing now.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  bootledger replay boot.log --until 0.95s             what ran at that moment?",
            "  bootledger replay 3f2a --until 950ms --json -        every view as it was then",
            "  dmesg -w | bootledger replay - --follow              what runs now?",
            "  bootledger replay /var/log/serial.log --follow",
            "",
            "Exit codes: 0 fine, 2 wrong usage, 3 there is no such boot, or it has no time stamps;",
            "130 interrupted, after the summary so far."
        })
final class ReplayCommand implements Callable<Integer> {
    private final Surroundings here;

    @Spec
    private CommandSpec spec;

    @Mixin
    private AskedBoot asked = new AskedBoot();

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "Stop at this moment of the kernel's clock, as in 1.25s, 950ms or 400000us. Without it the"
                    + " boot is replayed to its end, and the summary is that of analyze.")
    private @Nullable String until;

    @Option(
            names = "--follow",
            description =
                    "Read a log that is still being written and show what the boot is doing, until init runs or the"
                            + " kernel panics; then print the summary.")
    private boolean follow;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the analysis as JSON; - is standard output.")
    private @Nullable String json;

    @Mixin
    private final LevelSources levelSources = new LevelSources();

    ReplayCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        BootTime moment = until == null ? null : moment(until);
        Messages messages = new Messages(spec.commandLine().getErr(), false);
        AnalysisOptions options = levelSources.read(here, messages).options();
        if (follow) {
            return follow(options, messages);
        }
        Replay replay = new Replay(moment, options);
        asked.read(here, messages, replay);
        replay.notes().forEach(messages::say);
        OutputStream standard = new StandardOutput(here.out());
        write(
                replay.boot(),
                moment == null ? new TextOutput(standard, here.layout(), List.of()) : state(replay, standard));
        return ExitCode.OK;
    }

    private int follow(AnalysisOptions options, Messages messages) {
        if (until != null) {
            throw CommandFailure.usage("--until and --follow contradict each other: give one of them");
        }
        LiveDisplay display = LiveDisplay.of(spec.commandLine().getErr(), here);
        LiveBoot live = new LiveBoot(asked.logName(), options, display);
        Interrupt.endsInItsOwnWay(live::stop, () -> {
            asked.readLive(here, messages, live, new ReadingOptions(json != null, false));
            BootAnalysis boot = live.boot();
            if (boot == null) {
                throw CommandFailure.unreadable(asked.logName() + ": it holds no boot", null);
            }
            write(boot, new TextOutput(new StandardOutput(here.out()), here.layout(), List.of()));
        });
        return ExitCode.OK;
    }

    private void write(BootAnalysis boot, ResultSink text) {
        try (Outputs outputs = new Outputs()) {
            if (json == null) {
                outputs.add(text);
            } else {
                outputs.openJson(json, new StandardOutput(here.out()), List.of(boot.source()));
            }
            outputs.sinks().forEach(sink -> sink.boot(boot));
            outputs.finish();
        }
    }

    private StateOutput state(Replay replay, OutputStream standard) {
        return new StateOutput(standard, here.layout(), replay.last(), replay.moment());
    }

    private static BootTime moment(String text) {
        try {
            return BootTime.ofNanos(Nanos.parse(text).value());
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("--until: " + e.getMessage());
        }
    }
}
