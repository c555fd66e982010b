package io.bootledger.cli;

import io.bootledger.analyzer.gate.Budgets.Waiver;
import io.bootledger.analyzer.gate.MetricPattern;
import io.bootledger.analyzer.history.AcceptedSteps;
import io.bootledger.cli.gate.BudgetFile;
import io.bootledger.cli.gate.MetricOption;
import io.bootledger.cli.output.Messages;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.ExitCode;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.TextFiles;
import io.bootledger.cli.process.Version;
import io.bootledger.cli.process.WholeFile;
import io.bootledger.cli.process.Writing;
import io.bootledger.cli.store.StorePlace;
import io.bootledger.cli.store.StoreSummaries;
import io.bootledger.cli.store.StoredBuilds;
import io.bootledger.cli.store.WantedBoots;
import io.bootledger.reports.HistoryView;
import io.bootledger.reports.NoFontsException;
import io.bootledger.reports.html.HistoryBoot;
import io.bootledger.reports.html.HistoryPage;
import io.bootledger.reports.html.HistoryPage.Asked;
import io.bootledger.reports.json.HistoryJson;
import io.bootledger.reports.png.HistoryPicture;
import io.bootledger.reports.text.many.HistoryReport;
import io.bootledger.traces.store.BootHeader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bootledger history}: where the boot time of the builds in a store changed. */
@Command(
        name = "history",
        description = {
            "Find the builds since which the boots of the store take longer, or less.",
            "Looks at the total, each phase and level, and each initcall that ever took a millisecond. A point is a"
                    + " build, the median of its boots."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  bootledger history                                     by kernel release",
            "  bootledger history --where tag.board=x --by tag.day --png history.png",
            "  bootledger history --html history.html                 a page, each build's boots a click away",
            "  bootledger history --metric total --metric 'acpi_*' --budget bootledger.toml",
            "",
            "Exit codes: 0 fine, 2 wrong usage, 3 no such boot, or a boot is damaged (the others are counted)."
        })
final class HistoryCommand implements Callable<Integer> {
    private final Surroundings here;

    @Spec
    private CommandSpec spec;

    @Mixin
    private StorePlace place = new StorePlace();

    @Mixin
    private WantedBoots where = new WantedBoots();

    @Mixin
    private StoredBuilds builds = new StoredBuilds();

    @Option(
            names = "--metric",
            paramLabel = "METRIC",
            converter = MetricOption.class,
            description =
                    "Only these: total, phase=NAME, level=NAME, or the NAME of an initcall; in a name * stands for "
                            + "anything. May be repeated. Without it the total, the phases, and whatever changed.")
    private List<MetricPattern> metrics = List.of();

    @Option(
            names = "--budget",
            paramLabel = "FILE",
            description = "Show as accepted what gate accept has written into this file.")
    private @Nullable Path budget;

    @Option(names = "--json", paramLabel = "FILE", description = "Write it as JSON; - is standard output.")
    private @Nullable String json;

    @Option(names = "--png", paramLabel = "FILE", description = "Draw the total and what changed most.")
    private @Nullable Path png;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write a page with a curve for each of these metrics, and the boots of each build.")
    private @Nullable Path html;

    HistoryCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        Messages messages = new Messages(spec.commandLine().getErr(), false);
        AcceptedSteps accepted = accepted();
        try (StoreSummaries summaries = StoreSummaries.of(place, here, messages)) {
            SortedMap<String, List<BootHeader>> boots = builds.of(summaries.boots(where), messages);
            HistoryView view = new HistoryView(StoredBuilds.history(summaries, boots), builds.by(), accepted, metrics);
            refuseUnknown(view);
            if (html != null) {
                page(view, StoredBuilds.boots(summaries, boots), html);
            }
            write(view);
            return summaries.allSound() ? ExitCode.OK : ExitCode.UNREADABLE;
        }
    }

    private static void refuseUnknown(HistoryView view) {
        view.unknown().findFirst().ifPresent(metric -> {
            throw CommandFailure.usage("--metric " + metric
                    + ": these builds have no such metric; an initcall is one if it ever took a millisecond");
        });
    }

    /** What was accepted stays accepted in a history, though its waiver no longer counts for the gate. */
    private AcceptedSteps accepted() {
        if (budget == null) {
            return new AcceptedSteps(List.of());
        }
        BudgetFile file = BudgetFile.read(budget, here.today());
        List<Waiver> all = new ArrayList<>(file.budgets().waivers());
        all.addAll(file.ended());
        return new AcceptedSteps(all);
    }

    private void write(HistoryView view) {
        if (png != null) {
            draw(view, png);
        }
        new TextFiles(here)
                .answer(json, HistoryJson.of(view, where.conditions()), HistoryReport.of(view, here.layout()));
    }

    private void page(HistoryView view, List<List<HistoryBoot>> boots, Path file) {
        String store = place.isNamed() ? place.place(here).toString() : "";
        TextFiles.write(file, HistoryPage.of(view, boots, new Asked(where.conditions(), store)));
    }

    private static void draw(HistoryView view, Path png) {
        Writing.to(png, () -> {
            try (WholeFile file = WholeFile.at(png)) {
                HistoryPicture.write(view, file);
                file.finish();
            } catch (NoFontsException e) {
                throw CommandFailure.unreadable(png + ": " + e.getMessage(), e);
            }
        });
    }
}
