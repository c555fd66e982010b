package io.bootledger.cli;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.explain.Answer;
import io.bootledger.analyzer.explain.Answers;
import io.bootledger.analyzer.explain.Explanation;
import io.bootledger.analyzer.explain.LogEventsProjection;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.cli.input.Asked;
import io.bootledger.cli.input.AskedBoot;
import io.bootledger.cli.input.GivenTrace;
import io.bootledger.cli.input.LevelSources;
import io.bootledger.cli.input.Replay;
import io.bootledger.cli.output.ExplanationOutput;
import io.bootledger.cli.output.Messages;
import io.bootledger.cli.process.ExitCode;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.Version;
import io.bootledger.reports.ExplainedAnswer;
import io.bootledger.reports.ExplainedCall;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.stream.EventTypes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bootledger explain}: the events and log lines behind a number of the report. */
@Command(
        name = "explain",
        description = "Show the log lines behind a number of the report, and how it was computed.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  bootledger explain boot.log acpi_init",
            "  bootledger explain 3f2a 201                    the initcall of that ordinal",
            "  bootledger explain boot.log level device",
            "  bootledger explain boot.log 'between levels'   a row of the ledger; account NAME is one account",
            "  bootledger explain boot.log --trace trace.txt acpi_init   what it slept for",
            "  bootledger explain boot.log phase 'write protection'",
            "  bootledger explain boot.log failure 1",
            "  bootledger explain boot.log observer           what printing the log cost",
            "  bootledger explain boot.log ledger total --json - | jq '.answers[].figures'",
            "",
            "Rows are named as the report prints them, after the word for their sort: initcall, probe, async,",
            "blacklisted, level, phase, milestone, ledger, account, subsystem, owner, deferral, gap, path, whatif,",
            "failure, advice, diagnostic, doubt, observer, reading. The word may be left out where the name says enough;",
            "a word alone lists what may follow it.",
            "",
            "Exit codes: 0 fine, 2 wrong usage or no such row, 3 there is no such boot."
        })
final class ExplainCommand implements Callable<Integer> {
    private final Surroundings here;

    @Spec
    private CommandSpec spec;

    @Mixin
    private AskedBoot asked = new AskedBoot();

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "ROW",
            description =
                    "What to explain, as the report prints it: of a name that several have, all are shown. A number"
                            + " is an initcall's ordinal; after another word, the position among its rows.")
    private List<String> row = List.of();

    @Option(names = "--trace", paramLabel = "FILE", description = "A trace of the same boot, as for analyze.")
    private @Nullable String trace;

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
        LogEventsProjection events = new LogEventsProjection();
        GivenTrace given = trace == null ? null : GivenTrace.beside(asked.logName(), trace, messages);
        asked.read(here, messages, (source, number) -> {
            EventSink fold = replay.boot(source, number);
            EventSink sink = event -> {
                events.apply(event);
                fold.accept(event);
            };
            return given == null ? sink : given.before(sink);
        });
        if (given != null && !given.isUsed(messages)) {
            return ExitCode.UNREADABLE;
        }
        BootAnalysis boot = replay.boot();
        List<RecordedEvent> kept = events.view();
        Asked.Found found = Asked.find(boot, Answers.of(boot, kept), row);
        ExplanationOutput.of(json, here)
                .write(boot.source(), explained(boot, found.calls(), kept), answered(boot, found.answers(), kept));
        return ExitCode.OK;
    }

    private static List<ExplainedAnswer> answered(BootAnalysis boot, List<Answer> answers, List<RecordedEvent> events) {
        Map<Long, RecordedEvent> byLine = new HashMap<>();
        events.forEach(event -> byLine.putIfAbsent(event.origin().line(), event));
        return answers.stream()
                .map(answer -> new ExplainedAnswer(boot.source(), answer, byLine, EventTypes::nameOf))
                .toList();
    }

    private static List<ExplainedCall> explained(BootAnalysis boot, List<Initcall> calls, List<RecordedEvent> events) {
        int all = boot.timeline().initcalls().size();
        return calls.stream()
                .map(call -> Explanation.of(boot, call, events))
                .map(each -> new ExplainedCall(boot.source(), all, each, EventTypes::nameOf))
                .toList();
    }
}
