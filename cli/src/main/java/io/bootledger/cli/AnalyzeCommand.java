package io.bootledger.cli;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.traces.format.LogContents;
import io.bootledger.traces.format.ReadingOptions;
import io.bootledger.traces.symbols.NoSymbolTableException;
import io.bootledger.traces.symbols.SymbolTable;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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
            "",
            "A boot is worth most with these words on the kernel's command line:",
            "  initcall_debug log_buf_len=16M printk.time=1",
            "",
            "Exit codes: 0 fine, 2 wrong usage, 3 a log cannot be read or holds no kernel message."
        })
final class AnalyzeCommand implements Callable<Integer> {
    private static final String WHAT_TO_GIVE = "give what dmesg, /dev/kmsg, journalctl -k or a serial port says";

    private final Surroundings here;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "LOG",
            arity = "1..*",
            description = {
                "Boot logs: dmesg, /dev/kmsg, journalctl, syslog, a serial capture ..., plain or compressed",
                "(gzip, xz, zstd, bzip2); - is standard input. The form is recognised by itself."
            })
    private List<String> logs = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = {
                "Write index.html, boot.png, levels.png, initcalls.csv, probes.csv, analysis.json and",
                "events.jsonl.gz there; for several boots into a folder for each."
            })
    private @Nullable Path out;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the analysis as JSON; - is standard output.")
    private @Nullable String json;

    @Option(
            names = "--symbols",
            paramLabel = "FILE",
            description = "System.map, /proc/kallsyms or the output of nm: says which level an initcall is of.")
    private @Nullable Path symbols;

    @Option(names = "--text", description = "Print the summary, also with --out or --json.")
    private boolean text;

    @Option(names = "--quiet", description = "Print nothing but errors.")
    private boolean quiet;

    AnalyzeCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() throws IOException {
        refuseContradictions();
        AnalysisOptions options =
                symbols == null ? AnalysisOptions.LOG_ONLY : new AnalysisOptions(symbolTable(symbols));
        Messages messages = new Messages(spec.commandLine().getErr(), !quiet && !showsText());
        try (Outputs outputs = outputs(messages)) {
            AnalysisRun run = new AnalysisRun(here.in(), reading(), options, outputs.sinks());
            boolean allRead = readAll(run, messages);
            if (run.boots() > 0) {
                outputs.finish();
            }
            return allRead ? ExitCode.OK : ExitCode.UNREADABLE;
        }
    }

    private boolean readAll(AnalysisRun run, Messages messages) {
        boolean allRead = true;
        try (Progress progress = progress()) {
            for (String log : logs) {
                allRead &= read(run, log, messages);
                progress.step();
            }
        }
        return allRead;
    }

    /** A log that cannot be read is named; the others are read all the same. */
    private static boolean read(AnalysisRun run, String log, Messages messages) {
        String name = AnalysisRun.nameOf(log);
        try {
            LogContents contents = run.read(log);
            if (contents.boots() > 0) {
                return true;
            }
            String found = contents.runningKernel()
                    ? "the words of a kernel that has been running for minutes, and nothing of its boot: "
                    : contents.kind() + ", and no line of a kernel: ";
            messages.say(name + ": it holds " + found + WHAT_TO_GIVE);
        } catch (InvalidPathException e) {
            messages.say(name + ": no file can have this name");
        } catch (IOException e) {
            messages.say(Complaint.reading(name, e));
        }
        return false;
    }

    private Outputs outputs(Messages messages) throws IOException {
        Outputs outputs = new Outputs();
        outputs.add(messages);
        OutputStream standard = new StandardOutput(here.out());
        List<String> sources = logs.stream().map(AnalysisRun::nameOf).toList();
        if (showsText()) {
            outputs.add(new TextOutput(standard, here.layout()));
        }
        if (AnalysisRun.STANDARD_INPUT.equals(json)) {
            outputs.add(new JsonOutput("standard output", standard, sources));
        } else if (json != null) {
            outputs.open(json, () -> new JsonOutput(json, WholeFile.at(Path.of(json)), sources));
        }
        if (out != null) {
            outputs.open(out, () -> ReportOutput.at(out, sources));
        }
        return outputs;
    }

    private boolean showsText() {
        return text || !quiet && out == null && json == null;
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
        boolean shown = logs.size() > 1 && here.errTerminal() && !quiet && !(showsText() && here.outTerminal());
        return shown ? Progress.of(logs.size(), here) : Progress.none();
    }

    private static SymbolTable symbolTable(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return SymbolTable.read(in);
        } catch (NoSymbolTableException e) {
            throw CommandFailure.unreadable("--symbols " + file + " " + e.getMessage(), e);
        } catch (IOException e) {
            throw CommandFailure.unreadable(Complaint.reading("--symbols " + file, e), e);
        }
    }

    private void refuseContradictions() {
        if (text && quiet) {
            throw CommandFailure.usage("--text and --quiet contradict each other: give one of them");
        }
        if (text && AnalysisRun.STANDARD_INPUT.equals(json)) {
            throw CommandFailure.usage("--text and --json - would both go to standard output: give --json a file");
        }
        if (logs.stream().filter(AnalysisRun.STANDARD_INPUT::equals).count() > 1) {
            throw CommandFailure.usage("standard input (-) can be read only once");
        }
    }
}
