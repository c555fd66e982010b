package io.bootledger.cli;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.compare.Comparison;
import io.bootledger.analyzer.compare.measure.ComparedBoot;
import io.bootledger.cli.input.BootSet;
import io.bootledger.cli.output.ComparisonFolder;
import io.bootledger.cli.output.Messages;
import io.bootledger.cli.process.BootConditions;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.ExitCode;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.TextFiles;
import io.bootledger.cli.process.Version;
import io.bootledger.cli.store.BootName;
import io.bootledger.cli.store.StorePlace;
import io.bootledger.cli.store.StoredBoot;
import io.bootledger.reports.csv.ComparisonCsv;
import io.bootledger.reports.json.ComparisonJson;
import io.bootledger.reports.text.many.ComparisonReport;
import io.bootledger.traces.store.FileEventStore;
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

/** {@code bootledger compare}: what changed from one kernel to another, and what it cost. */
@Command(
        name = "compare",
        description = "Show what changed from one boot to another, and what it cost.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  bootledger compare old.log new.log",
            "  bootledger compare base/ new/ --out comparison          a page, a picture, tables",
            "  bootledger compare 'base/*.log' new/ --json - | jq .waterfall",
            "  bootledger compare 3f2a new.log                         a boot of the store and a log",
            "",
            "One boot of each shows where to look; six of each show what is chance. To fail a build: bootledger gate.",
            "",
            "Exit codes: 0 fine, whatever changed, 2 wrong usage, 3 a log cannot be read or holds no boot."
        })
final class CompareCommand implements Callable<Integer> {
    private final Surroundings here;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "BASE",
            description = {
                "The boot as it was: a log, or for several boots a quoted pattern or a folder of logs; or the",
                "beginning of a boot's name in the store."
            })
    private String base = "";

    @Parameters(index = "1", paramLabel = "CANDIDATE", description = "The boot to look at, given alike.")
    private String candidate = "";

    @Mixin
    private StorePlace place = new StorePlace();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = {
                "Write index.html, waterfall.png (when there is a total to compare), comparison.json and",
                "initcalls.csv there."
            })
    private @Nullable Path out;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the comparison as JSON; - is standard output.")
    private @Nullable String json;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "Write a table of the initcalls, those that changed most first; - is standard output.")
    private @Nullable String csv;

    @Mixin
    private final BootConditions circumstances = new BootConditions();

    CompareCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        if (onStandardOutput(json) && onStandardOutput(csv)) {
            throw CommandFailure.usage("--json - and --csv - would both go to standard output: give one a file");
        }
        Messages messages = new Messages(spec.commandLine().getErr(), false);
        Comparison comparison = Comparison.of(
                boots("BASE", base, messages),
                boots("CANDIDATE", candidate, messages),
                circumstances.interleaved(),
                circumstances.allowed());
        TextFiles files = new TextFiles(here);
        files.write(json, ComparisonJson.of(comparison));
        files.write(csv, ComparisonCsv.of(comparison));
        if (out != null) {
            ComparisonFolder.write(out, comparison);
        }
        if (!onStandardOutput(json) && !onStandardOutput(csv)) {
            files.write(TextFiles.STANDARD_OUTPUT, ComparisonReport.of(comparison, here.layout()));
        }
        return ExitCode.OK;
    }

    private static boolean onStandardOutput(@Nullable String place) {
        return TextFiles.STANDARD_OUTPUT.equals(place);
    }

    private List<ComparedBoot> boots(String side, String name, Messages messages) {
        List<ComparedBoot> boots = BootName.isMeant(name) && place.exists(here)
                ? List.of(ComparedBoot.of(storedBoot(name, messages)))
                : BootSet.read(side, List.of(name), messages);
        if (boots.stream()
                .allMatch(boot ->
                        boot.calls().isEmpty() && boot.measures().phases().isEmpty())) {
            String why = boots.size() == 1 ? boots.get(0).measures().incomplete() : null;
            throw CommandFailure.unreadable(
                    name + ": it holds no boot that could be compared" + (why == null ? "" : ": " + why), null);
        }
        return boots;
    }

    private BootAnalysis storedBoot(String name, Messages messages) {
        FileEventStore store = place.open(here);
        return new StoredBoot(store, BootName.find(store, name), messages).analysis(AnalysisOptions.LOG_ONLY);
    }
}
