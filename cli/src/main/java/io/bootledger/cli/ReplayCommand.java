package io.bootledger.cli;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.simulator.kernel.Nanos;
import io.bootledger.traces.event.BootTime;
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
        description = "Show what a boot was doing at a moment.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  bootledger replay boot.log --until 0.95s             what ran at that moment?",
            "  bootledger replay 3f2a --until 950ms --json -        every view as it was then",
            "",
            "Exit codes: 0 fine, 2 wrong usage, 3 there is no such boot, or it has no time stamps."
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

    @Option(names = "--json", paramLabel = "FILE", description = "Write the analysis as JSON; - is standard output.")
    private @Nullable String json;

    @Mixin
    private final LevelSources levelSources = new LevelSources();

    ReplayCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        Messages messages = new Messages(spec.commandLine().getErr(), false);
        BootTime moment = until == null ? null : moment(until);
        Replay replay = new Replay(moment, levelSources.read(here, messages).options());
        asked.read(here, messages, replay);
        replay.notes().forEach(messages::say);
        BootAnalysis boot = replay.boot();
        try (Outputs outputs = new Outputs()) {
            OutputStream standard = new StandardOutput(here.out());
            if (json != null) {
                outputs.openJson(json, standard, List.of(boot.source()));
            } else {
                outputs.add(moment == null ? new TextOutput(standard, here.layout()) : state(replay, standard));
            }
            outputs.sinks().forEach(sink -> sink.boot(boot));
            outputs.finish();
        }
        return ExitCode.OK;
    }

    private StateOutput state(Replay replay, OutputStream standard) {
        return new StateOutput(standard, here.layout(), replay.last());
    }

    private static BootTime moment(String text) {
        try {
            return BootTime.ofNanos(Nanos.parse(text).value());
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("--until: " + e.getMessage());
        }
    }
}
