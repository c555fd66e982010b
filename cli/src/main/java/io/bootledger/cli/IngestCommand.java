package io.bootledger.cli;

import io.bootledger.cli.input.AnalysisRun;
import io.bootledger.cli.input.BootFinisher;
import io.bootledger.cli.output.Messages;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Complaint;
import io.bootledger.cli.process.ExitCode;
import io.bootledger.cli.process.Progress;
import io.bootledger.cli.process.StandardInput;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.Version;
import io.bootledger.cli.store.Ingest;
import io.bootledger.cli.store.StorePlace;
import io.bootledger.reports.Printable;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import io.bootledger.traces.input.TraceContents;
import io.bootledger.traces.input.TraceReader;
import io.bootledger.traces.store.Appended;
import io.bootledger.traces.store.FileEventStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bootledger ingest}: keeps the boots of logs in an event store. */
@Command(
        name = "ingest",
        description = "Keep the boots of logs as events in a store.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Each boot is in the store whole or not at all; a boot that is there already changes nothing.",
            "",
            "Examples:",
            "  dmesg | bootledger ingest - --tag board=x",
            "  bootledger ingest lab/*.log.xz --store boots",
            "",
            "Exit codes: 0 fine, 2 wrong usage, 3 a log cannot be read or the store cannot be written."
        })
final class IngestCommand implements Callable<Integer> {
    private static final Map<Appended.How, String> WORDS = Map.of(
            Appended.How.ADDED, "added",
            Appended.How.ALREADY_THERE, "already there",
            Appended.How.FORGOTTEN, "forgotten before");

    private final Surroundings here;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "LOG", arity = "1..*", description = "Boot logs, as for analyze; - is standard input.")
    private List<String> logs = List.of();

    @Mixin
    private StorePlace place = new StorePlace();

    @Option(
            names = "--tag",
            paramLabel = "KEY=VALUE",
            description = "What else is known of these boots, for example board=x; any number of times.")
    private Map<String, String> tags = Map.of();

    @Option(names = "--quiet", description = "Print nothing but errors.")
    private boolean quiet;

    IngestCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        AnalysisRun.refuseTwice(logs);
        SortedMap<String, String> wanted = checkedTags();
        FileEventStore store = place.openOrCreate(here);
        Messages messages = new Messages(spec.commandLine().getErr(), false);
        int worst = ExitCode.OK;
        try (Progress progress = progress();
                BootFinisher beside = new BootFinisher()) {
            for (String log : logs) {
                worst = Math.max(worst, ingest(store, log, wanted, beside, progress, messages));
            }
            beside.end();
        }
        return worst;
    }

    /** A log that cannot be read is named; the others are kept all the same. Gives what it comes to as an exit code. */
    private int ingest(
            FileEventStore store,
            String log,
            SortedMap<String, String> wanted,
            BootFinisher beside,
            Progress progress,
            Messages messages) {
        String name = StandardInput.nameOf(log);
        try (LogSource source = AnalysisRun.open(log, here.in(), progress);
                Ingest ingest = new Ingest(store, place.place(here), name, wanted, beside, kept -> tell(name, kept))) {
            TraceContents contents = TraceReader.read(source, ReadingOptions.EVERYTHING, ingest);
            messages.sayDamage(source);
            if (!contents.unknown().isEmpty()) {
                messages.say(name + ": a newer Bootledger wrote events that this one does not know, and would lose: "
                        + String.join(", ", contents.unknown()) + ": ingest it with that one");
                return ExitCode.UNREADABLE;
            }
            if (contents.boots() > 0) {
                return ExitCode.OK;
            }
            messages.say(name + ": " + contents.complaint());
        } catch (InvalidPathException e) {
            messages.say(name + ": no file can have this name");
        } catch (IOException e) {
            messages.say(Complaint.reading(name, e));
        } catch (CommandFailure e) {
            throw e;
        } catch (RuntimeException | Error e) {
            messages.sayFault(name, e, here.debug());
            return ExitCode.INTERNAL;
        }
        return ExitCode.UNREADABLE;
    }

    private void tell(String log, Appended kept) {
        if (!quiet) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(
                    kept.id().shortened() + "  " + WORDS.get(kept.how()) + "  " + Printable.of(log) + unchanged(kept));
            out.flush();
        }
    }

    /** A boot that is there keeps the tags it came with. */
    private String unchanged(Appended kept) {
        return kept.how() == Appended.How.ALREADY_THERE && !tags.isEmpty() ? "  (its tags stay as they were)" : "";
    }

    private Progress progress() {
        return quiet || here.outTerminal() && logs.size() > 1 ? Progress.none() : Progress.ofLogs(logs, here);
    }

    private SortedMap<String, String> checkedTags() {
        tags.keySet().stream()
                .filter(key -> !key.matches("[A-Za-z0-9_.-]{1,64}"))
                .findFirst()
                .ifPresent(key -> {
                    throw CommandFailure.usage("--tag " + Printable.of(key)
                            + ": a key is made of letters, digits, dots, dashes and underscores");
                });
        return new TreeMap<>(tags);
    }
}
