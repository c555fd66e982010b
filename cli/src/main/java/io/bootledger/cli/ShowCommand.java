package io.bootledger.cli;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.cli.input.AnalysisRun;
import io.bootledger.cli.input.LevelSources;
import io.bootledger.cli.output.ExportFormat;
import io.bootledger.cli.output.ExportTable;
import io.bootledger.cli.output.Messages;
import io.bootledger.cli.output.Outputs;
import io.bootledger.cli.output.TextOutput;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.ExitCode;
import io.bootledger.cli.process.StandardOutput;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.Version;
import io.bootledger.cli.store.BootName;
import io.bootledger.cli.store.StorePlace;
import io.bootledger.cli.store.StoredBoot;
import io.bootledger.traces.format.ReadingOptions;
import io.bootledger.traces.store.FileEventStore;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bootledger show}: what analyze showed of a log, out of the store. */
@Command(
        name = "show",
        description = "Show a boot of the store as analyze shows its log.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  bootledger show 3f2a",
            "  bootledger show 3f2a --json - | jq '.boots[].failures'",
            "  bootledger show 3f2a --as events | bootledger analyze -",
            "",
            "Exit codes: 0 fine, 2 wrong usage, 3 there is no such boot or it is damaged."
        })
final class ShowCommand implements Callable<Integer> {
    /** What is shown of the boot. */
    private enum View {
        REPORT,
        EVENTS
    }

    private final Surroundings here;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "BOOT", description = BootName.DESCRIPTION)
    private String name = "";

    @Mixin
    private StorePlace place = new StorePlace();

    @Option(
            names = "--as",
            paramLabel = "VIEW",
            description =
                    "One of ${COMPLETION-CANDIDATES}: the report, or the events, a line each, as export --as jsonl.")
    private View view = View.REPORT;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the analysis as JSON; - is standard output.")
    private @Nullable String json;

    @Mixin
    private final LevelSources levelSources = new LevelSources();

    ShowCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        FileEventStore store = place.open(here);
        Messages messages = new Messages(spec.commandLine().getErr(), false);
        StoredBoot stored = new StoredBoot(store, BootName.find(store, name), messages);
        AnalysisOptions options = levelSources.read(here, messages).options();
        if (view == View.EVENTS) {
            return events(stored, options, messages);
        }
        BootAnalysis boot = stored.analysis(options);
        try (Outputs outputs = output(boot)) {
            outputs.sinks().forEach(sink -> sink.boot(boot));
            outputs.finish();
        }
        return ExitCode.OK;
    }

    private int events(StoredBoot boot, AnalysisOptions options, Messages messages) {
        if (json != null) {
            throw CommandFailure.usage(
                    "--json and --as events contradict each other: the one is the report, the other the events");
        }
        Outputs outputs = new Outputs();
        String standard = "standard output";
        outputs.open(
                standard,
                () -> ExportFormat.JSONL.begin(standard, ExportTable.INITCALLS, new StandardOutput(here.out())));
        try (outputs;
                AnalysisRun run =
                        new AnalysisRun(here, ReadingOptions.EVERYTHING, options, messages, outputs.sinks())) {
            run.read(boot);
            if (run.end() > 0) {
                outputs.finish();
            }
            return run.exitCode();
        }
    }

    private Outputs output(BootAnalysis boot) {
        Outputs outputs = new Outputs();
        OutputStream standard = new StandardOutput(here.out());
        List<String> sources = List.of(boot.source());
        if (json == null) {
            outputs.add(new TextOutput(standard, here.layout(), List.of()));
        } else {
            outputs.openJson(json, standard, sources);
        }
        return outputs;
    }
}
