package io.bootledger.cli;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.cli.input.AnalysisRun;
import io.bootledger.cli.input.LevelSources;
import io.bootledger.cli.input.MaintainersFile;
import io.bootledger.cli.input.SecondFiles;
import io.bootledger.cli.output.Messages;
import io.bootledger.cli.output.OneBootOnly;
import io.bootledger.cli.output.Outputs;
import io.bootledger.cli.output.ReportOutput;
import io.bootledger.cli.output.TextOutput;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Progress;
import io.bootledger.cli.process.StandardInput;
import io.bootledger.cli.process.StandardOutput;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.Version;
import io.bootledger.reports.text.TextReport;
import io.bootledger.reports.text.WhatIfReport;
import io.bootledger.traces.format.ReadingOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bootledger analyze}: reads logs, shows where each boot's time went. */
@Command(
        name = "analyze",
        description = "Show where a boot's time went, what failed, and draw it.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  dmesg | bootledger analyze -               this machine's boot",
            "  bootledger analyze boot.log --out report   page, pictures, tables in report/",
            "  bootledger analyze console.log.xz --json - | jq '.boots[].failures'",
            "  bootledger analyze boot.log --symbols System.map",
            "  bootledger analyze boot.log --what-if      what a change could gain, and what not",
            "  bootledger analyze boot.log --with blame.txt   with what systemd-analyze says of the same boot",
            "  bootledger analyze boot.log trace.txt      with ftrace's trace of the same boot: who waited for whom",
            "",
            "A boot is worth most with these words on the kernel's command line:",
            "  initcall_debug log_buf_len=16M printk.time=1",
            "",
            "Exit codes: 0 fine, 2 wrong usage, 3 a log cannot be read or holds no kernel message,",
            "70 a log whose reading is a fault of bootledger. Such logs are named, and the others shown."
        })
final class AnalyzeCommand implements Callable<Integer> {
    private final Surroundings here;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "LOG",
            arity = "1..*",
            description = {
                "Boot logs: dmesg, /dev/kmsg, journalctl, syslog, a serial capture ..., plain or compressed",
                "(gzip, xz, zstd, bzip2); - is standard input. The form is recognised by itself. A trace of ftrace",
                "behind a log is of the same boot, and tells who ran and who waited."
            })
    private List<String> logs = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = {
                "Write index.html, boot.png, levels.png, ledger.png, ledger.csv,",
                "levels.csv, initcalls.csv, probes.csv, axis.csv, analysis.json",
                "and events.jsonl.gz there; for several boots into a folder for each."
            })
    private @Nullable Path out;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the analysis as JSON; - is standard output.")
    private @Nullable String json;

    @Mixin
    private final LevelSources levelSources = new LevelSources();

    @Option(
            names = "--maintainers",
            paramLabel = "FILE",
            description = "MAINTAINERS of the kernel's source: names the people behind the owners.")
    private @Nullable Path maintainers;

    @Option(
            names = "--with",
            paramLabel = "FILE",
            description = {
                "What tells of the same boot besides the log, told by its content: systemd-analyze time, blame,",
                "critical-chain, plot, dump; U-Boot's bootstage report; cbmem -t; FPDT; what grab gathered. May come again."
            })
    private List<String> with = List.of();

    @Option(names = "--text", description = "Print the summary, also with --out or --json.")
    private boolean text;

    @Option(
            names = "--what-if",
            description = {
                "Print what changes can gain before init: the least and the most, the one that can gain most",
                "first. For one boot; of several the list is printed as ever."
            })
    private boolean whatIf;

    @Option(names = "--quiet", description = "Print nothing but errors.")
    private boolean quiet;

    AnalyzeCommand(Surroundings here) {
        this.here = here;
    }

    /** Whether there is no option to be read: what reads them takes as long as a small log does. */
    static boolean isGivenLogsAlone(String... arguments) {
        if (arguments.length < 2 || !arguments[0].equals("analyze")) {
            return false;
        }
        for (String log : arguments) {
            if (log.startsWith("@") || log.startsWith("-") && !log.equals(StandardInput.SIGN)) {
                return false;
            }
        }
        return true;
    }

    static int ofLogs(List<String> logs, Surroundings here, PrintWriter err) throws IOException {
        AnalyzeCommand command = new AnalyzeCommand(here);
        command.logs = logs;
        return command.analyze(err);
    }

    @Override
    public Integer call() throws IOException {
        return analyze(spec.commandLine().getErr());
    }

    private int analyze(PrintWriter err) throws IOException {
        refuseContradictions();
        Messages messages = new Messages(err, !quiet && !showsText());
        AnalysisOptions options = levelSources
                .read(here, messages)
                .options()
                .with(MaintainersFile.read(maintainers))
                .with(SecondFiles.read(with));
        try (Outputs outputs = outputs(messages);
                AnalysisRun run = new AnalysisRun(here, reading(), options, messages, outputs.sinks())) {
            readAll(run);
            if (run.end() > 0) {
                outputs.finish();
            } else if (run.kernelHeard()) {
                outputs.finishWithoutBoots();
            }
            return run.exitCode();
        }
    }

    private void readAll(AnalysisRun run) {
        try (Progress progress = progress()) {
            run.readAll(logs, progress);
        }
    }

    private Outputs outputs(Messages messages) throws IOException {
        Outputs outputs = new Outputs();
        if (!with.isEmpty()) {
            outputs.add(new OneBootOnly());
        }
        outputs.add(messages);
        OutputStream standard = new StandardOutput(here.out());
        List<String> sources = logs.stream().map(StandardInput::nameOf).toList();
        if (showsText()) {
            outputs.add(new TextOutput(standard, here.layout(), sources, whatIf ? WhatIfReport::of : TextReport::of));
        }
        if (json != null) {
            outputs.openJson(json, standard, sources);
        }
        Path directory = out;
        if (directory != null) {
            outputs.open(directory, () -> ReportOutput.at(directory, sources));
        }
        return outputs;
    }

    private boolean showsText() {
        return text || whatIf || !quiet && out == null && json == null;
    }

    /**
     * A summary does without the messages after init, and is the faster for it: of them only the error lines near a module's
     * failure would show. JSON has these, and a report also shows the lines themselves.
     */
    private ReadingOptions reading() {
        return new ReadingOptions(out != null || json != null, out != null);
    }

    /** Lines that appear one by one on the same terminal show progress enough. */
    private Progress progress() {
        boolean appear = showsText() && here.outTerminal() && logs.size() > 1;
        return quiet || appear ? Progress.none() : Progress.ofLogs(logs, here);
    }

    private void refuseContradictions() {
        if (whatIf && quiet) {
            throw CommandFailure.usage("--what-if and --quiet contradict each other: give one of them");
        }
        if (!with.isEmpty() && logs.size() > 1) {
            throw CommandFailure.usage("--with tells of one boot: give one log");
        }
        if (text && quiet) {
            throw CommandFailure.usage("--text and --quiet contradict each other: give one of them");
        }
        if ((text || whatIf) && StandardInput.SIGN.equals(json)) {
            throw CommandFailure.usage((text ? "--text" : "--what-if")
                    + " and --json - would both go to standard output: give --json a file");
        }
        AnalysisRun.refuseTwice(logs);
    }
}
