package io.bootledger.cli;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.cli.input.AnalysisRun;
import io.bootledger.cli.input.LevelSources;
import io.bootledger.cli.output.ExportFormat;
import io.bootledger.cli.output.ExportTable;
import io.bootledger.cli.output.Messages;
import io.bootledger.cli.output.Outputs;
import io.bootledger.cli.output.ResultSink;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Progress;
import io.bootledger.cli.process.StandardInput;
import io.bootledger.cli.process.StandardOutput;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.Version;
import io.bootledger.cli.process.WholeFile;
import io.bootledger.cli.store.BootName;
import io.bootledger.cli.store.StorePlace;
import io.bootledger.cli.store.StoredBoot;
import io.bootledger.traces.format.ReadingOptions;
import io.bootledger.traces.store.FileEventStore;
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

/** {@code bootledger export}: boots in the formats of other programs. */
@Command(
        name = "export",
        description = "Write boots in the format of another program.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Formats:",
            "  csv          a row for each initcall, or of another table with --table",
            "  parquet      the same as a Parquet file, for DuckDB, pandas, Spark",
            "  jsonl        the events, a line each",
            "  chrome       Trace Event Format, for ui.perfetto.dev and chrome://tracing",
            "  speedscope   for www.speedscope.app",
            "  folded       stacks of the ledger, for flamegraph.pl and inferno; with a function_graph",
            "               behind its log (boot.log trace.txt) the functions below initcalls too",
            "  openmetrics  gauges, for Prometheus",
            "",
            "Examples:",
            "  bootledger export boot.log --as chrome --out boot.trace.json",
            "  bootledger export boot.log --as csv --table axis",
            "  bootledger export 3f2a --as folded | flamegraph.pl --countname us > boot.svg",
            "",
            "Exit codes: 0 fine, 2 wrong usage, 3 a boot cannot be read or the output not written."
        })
final class ExportCommand implements Callable<Integer> {
    private final Surroundings here;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "BOOT|LOG",
            arity = "1..*",
            description = {
                "Boots: the beginning of a name in \"bootledger store list\", or a log, as for analyze;",
                "- is standard input. What is a file is taken for a log."
            })
    private List<String> boots = List.of();

    @Option(names = "--as", required = true, paramLabel = "FORMAT", description = "One of ${COMPLETION-CANDIDATES}.")
    private ExportFormat format = ExportFormat.CSV;

    @Option(
            names = "--table",
            paramLabel = "NAME",
            description = "Of csv and parquet which rows, one of ${COMPLETION-CANDIDATES}: those of query's tables.")
    private @Nullable ExportTable table;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to write it; without it, or for -, standard output.")
    private String out = StandardInput.SIGN;

    @Mixin
    private StorePlace place = new StorePlace();

    @Mixin
    private final LevelSources levelSources = new LevelSources();

    ExportCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        AnalysisRun.refuseTwice(boots);
        if (table != null && !format.ofRows()) {
            throw CommandFailure.usage("--table " + table + ": " + format + " has no rows; csv and parquet do");
        }
        Messages messages = new Messages(spec.commandLine().getErr(), true);
        AnalysisOptions options = levelSources.read(here, messages).options();
        ReadingOptions reading = format.ofEvents() ? ReadingOptions.EVERYTHING : ReadingOptions.NUMBERS;
        try (Outputs outputs = outputs(messages);
                AnalysisRun run = new AnalysisRun(here, reading, options, messages, outputs.sinks())) {
            read(run, messages);
            if (run.end() > 0) {
                outputs.finish();
            }
            return run.exitCode();
        }
    }

    /** Logs in a row are read together: one of them may be the trace of the one before it. */
    private void read(AnalysisRun run, Messages messages) {
        List<String> logs = new ArrayList<>();
        for (String boot : boots) {
            if (BootName.isMeant(boot)) {
                run.readAll(logs, Progress.none());
                logs.clear();
                FileEventStore store = place.open(here);
                run.read(new StoredBoot(store, BootName.find(store, boot), messages));
            } else {
                logs.add(boot);
            }
        }
        run.readAll(logs, Progress.none());
    }

    private Outputs outputs(Messages messages) {
        Outputs outputs = new Outputs();
        outputs.add(messages);
        if (StandardInput.SIGN.equals(out)) {
            outputs.open(
                    "standard output", () -> format.begin("standard output", rows(), new StandardOutput(here.out())));
        } else {
            outputs.open(out, () -> begin(Path.of(out)));
        }
        return outputs;
    }

    private ResultSink begin(Path file) throws IOException {
        return format.begin(file, rows(), WholeFile.at(file));
    }

    private ExportTable rows() {
        return table == null ? ExportTable.INITCALLS : table;
    }
}
