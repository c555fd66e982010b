package io.bootledger.cli;

import io.bootledger.analyzer.population.Population;
import io.bootledger.cli.output.Messages;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.ExitCode;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.TextFiles;
import io.bootledger.cli.process.Version;
import io.bootledger.cli.store.StorePlace;
import io.bootledger.cli.store.StoreSummaries;
import io.bootledger.cli.store.WantedBoots;
import io.bootledger.reports.PopulationTable;
import io.bootledger.reports.csv.PopulationCsv;
import io.bootledger.reports.html.HistoryPage.Asked;
import io.bootledger.reports.html.PopulationPage;
import io.bootledger.reports.html.StripRow;
import io.bootledger.reports.json.PopulationJson;
import io.bootledger.reports.text.many.PopulationReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bootledger stats}: what the boots of a store have in common. */
@Command(
        name = "stats",
        description = "Count the boots of the store: durations, failures, and what each kernel brought and dropped.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Each boot is read once; what is remembered of it is in the store's folder \"views\", which may be deleted.",
            "",
            "Examples:",
            "  bootledger stats",
            "  bootledger stats --where kernel=6.1* --where tag.board=x --by initcall --top 50",
            "  bootledger stats --by initcall --csv initcalls.csv",
            "  bootledger stats --html boots.html",
            "  bootledger stats --json - | jq '.initcalls[] | select(.duration.p95_us > 100000)'",
            "",
            "Exit codes: 0 fine, 2 wrong usage, 3 no such boot, or a boot is damaged (the others are counted)."
        })
final class StatsCommand implements Callable<Integer> {
    private final Surroundings here;

    @Spec
    private CommandSpec spec;

    @Mixin
    private StorePlace place = new StorePlace();

    @Mixin
    private WantedBoots where = new WantedBoots();

    @Option(
            names = "--by",
            paramLabel = "TABLE",
            description =
                    "One table alone: kernel, initcall, level, phase, failure or change. For CSV initcall if not given.")
    private @Nullable PopulationTable by;

    @Option(names = "--top", paramLabel = "N", description = "How many rows of long tables text shows (20).")
    private int top = 20;

    @Option(names = "--csv", paramLabel = "FILE", description = "Write a table as CSV, whole; - is standard output.")
    private @Nullable String csv;

    @Option(names = "--json", paramLabel = "FILE", description = "Write all tables as JSON; - is standard output.")
    private @Nullable String json;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write a page with the boots beside each other, two of which can be chosen to be compared.")
    private @Nullable Path html;

    StatsCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        if (top < 1) {
            throw CommandFailure.usage("--top " + top + ": at least one row");
        }
        if (TextFiles.STANDARD_OUTPUT.equals(csv) && TextFiles.STANDARD_OUTPUT.equals(json)) {
            throw CommandFailure.usage("--csv - and --json - would both go to standard output: give one a file");
        }
        Messages messages = new Messages(spec.commandLine().getErr(), false);
        try (StoreSummaries summaries = StoreSummaries.of(place, here, messages)) {
            write(population(summaries));
            if (html != null) {
                page(summaries, html);
            }
            return summaries.allSound() ? ExitCode.OK : ExitCode.UNREADABLE;
        }
    }

    private Population population(StoreSummaries summaries) {
        summaries.boots(where);
        return StorePlace.Reading.of(
                place.place(here),
                () -> Population.of(use -> summaries.forEach(where.filter(), (boot, summary) -> use.accept(summary))));
    }

    private void page(StoreSummaries summaries, Path file) {
        List<StripRow> rows = new ArrayList<>();
        summaries.forEach(
                where.filter(),
                (boot, summary) -> rows.add(StripRow.of(boot.id().shortened(), summary)));
        String store = place.isNamed() ? place.place(here).toString() : "";
        TextFiles.write(file, PopulationPage.of(rows, new Asked(where.conditions(), store)));
    }

    private void write(Population population) {
        TextFiles files = new TextFiles(here);
        if (csv != null) {
            files.write(csv, PopulationCsv.of(population, by == null ? PopulationTable.INITCALL : by));
        }
        if (json != null) {
            files.write(json, PopulationJson.of(population, where.conditions()));
        }
        if (!TextFiles.STANDARD_OUTPUT.equals(csv) && !TextFiles.STANDARD_OUTPUT.equals(json)) {
            Set<PopulationTable> tables = by == null ? EnumSet.allOf(PopulationTable.class) : EnumSet.of(by);
            files.write(TextFiles.STANDARD_OUTPUT, PopulationReport.of(population, tables, top, here.layout()));
        }
    }
}
