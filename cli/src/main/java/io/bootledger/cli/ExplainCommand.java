package io.bootledger.cli;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.explain.CallEventsProjection;
import io.bootledger.analyzer.explain.Explanation;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.reports.ExplainedCall;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.store.EventTypes;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bootledger explain}: the events and log lines behind an initcall's numbers. */
@Command(
        name = "explain",
        description = "Show the events and log lines behind an initcall's numbers, and how they were computed.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  bootledger explain boot.log acpi_init",
            "  bootledger explain 3f2a 201             the initcall of that ordinal",
            "  bootledger explain boot.log init_module --json - | jq '.initcalls[].duration'",
            "",
            "Exit codes: 0 fine, 2 wrong usage or no such initcall, 3 there is no such boot."
        })
final class ExplainCommand implements Callable<Integer> {
    private final Surroundings here;

    @Spec
    private CommandSpec spec;

    @Mixin
    private AskedBoot asked = new AskedBoot();

    @Parameters(
            index = "1",
            paramLabel = "INITCALL",
            description = "The function's name, of which all initcalls are shown, or an ordinal.")
    private String initcall = "";

    @Option(names = "--json", paramLabel = "FILE", description = "Write it as JSON; - is standard output.")
    private @Nullable String json;

    @Mixin
    private final LevelSources levelSources = new LevelSources();

    ExplainCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        Messages messages = new Messages(spec.commandLine().getErr(), false);
        Replay replay = new Replay(null, levelSources.read(here, messages).options());
        CallEventsProjection events = new CallEventsProjection();
        asked.read(here, messages, (source, number) -> {
            var fold = replay.boot(source, number);
            return event -> {
                events.apply(event);
                fold.accept(event);
            };
        });
        BootAnalysis boot = replay.boot();
        List<Initcall> calls = AskedInitcall.find(boot.timeline(), initcall);
        ExplanationOutput.of(json, here).write(boot.source(), explained(boot, calls, events.view()));
        return ExitCode.OK;
    }

    private static List<ExplainedCall> explained(BootAnalysis boot, List<Initcall> calls, List<RecordedEvent> events) {
        int all = boot.timeline().initcalls().size();
        return calls.stream()
                .map(call -> Explanation.of(boot, call, events))
                .map(each -> new ExplainedCall(boot.source(), all, each, EventTypes::nameOf))
                .toList();
    }
}
