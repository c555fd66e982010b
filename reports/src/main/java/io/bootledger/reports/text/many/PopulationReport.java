package io.bootledger.reports.text.many;

import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.population.Population;
import io.bootledger.analyzer.population.Population.Counted;
import io.bootledger.analyzer.population.Population.InitcallSpread;
import io.bootledger.analyzer.population.Population.KernelBoots;
import io.bootledger.analyzer.population.Population.Part;
import io.bootledger.reports.HandoverWords;
import io.bootledger.reports.PopulationTable;
import io.bootledger.reports.Printable;
import io.bootledger.reports.text.page.Cell;
import io.bootledger.reports.text.page.Ink;
import io.bootledger.reports.text.page.Page;
import io.bootledger.reports.text.page.TextLayout;
import io.bootledger.reports.text.page.TextTable;
import io.bootledger.reports.text.page.Wording;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Many boots on one page. */
public final class PopulationReport {
    private final Population population;
    private final int top;
    private final Page page;
    private final SpreadCells spreads;

    private PopulationReport(Population population, int top, TextLayout layout) {
        this.population = population;
        this.top = top;
        this.page = new Page(layout);
        this.spreads = new SpreadCells(page);
    }

    /**
     * Lines ended by {@code \n}.
     *
     * @param tables which to show
     * @param top how many rows of a long table, and how many names of a long list
     */
    public static String of(Population population, Set<PopulationTable> tables, int top, TextLayout layout) {
        PopulationReport report = new PopulationReport(population, top, layout);
        report.head();
        tables.forEach(report::table);
        return report.page.toString();
    }

    private void head() {
        int incomplete = population.boots() - population.complete();
        page.line(
                Wording.counted(population.boots(), "boot", "boots") + " of " + knownKernels()
                        + (incomplete == 0 ? "" : ", " + incomplete + " of them incomplete"),
                Ink.TITLE);
        population.incomplete().stream()
                .limit(top)
                .forEach(why -> page.paragraph(
                        "incomplete: ",
                        Printable.of(why.what()) + (why.boots() == 1 ? "" : " (" + why.boots() + " boots)"),
                        Ink.CAREFUL));
    }

    private String knownKernels() {
        long known = population.kernels().stream()
                .filter(kernel -> kernel.release() != null)
                .count();
        return known == 0 ? "an unknown kernel" : Wording.counted(known, "kernel", "kernels");
    }

    private void table(PopulationTable table) {
        switch (table) {
            case KERNEL -> kernels();
            case PHASE -> parts("Phases", "phase", population.phases());
            case SEGMENT -> parts("From power-on to login", "segment", population.segments());
            case LEVEL -> parts("Levels", "level", population.levels());
            case INITCALL -> initcalls();
            case FAILURE -> failures();
            case CHANGE -> population.kernels().forEach(this::changes);
        }
    }

    private void kernels() {
        page.title("Until the hand-over to init");
        boolean mixed = population.handovers().size() > 1;
        TextTable first = new TextTable().elastic("kernel").right("boots").right("incomplete");
        TextTable table = spreads.columns(mixed ? first.left("counted") : first);
        population.kernels().forEach(kernel -> {
            int incomplete = kernel.boots() - kernel.complete();
            Stream<Cell> cells = Stream.of(
                    Cell.of(name(kernel)),
                    Cell.of(Integer.toString(kernel.boots())),
                    Cell.of(incomplete == 0 ? "" : Integer.toString(incomplete), Ink.CAREFUL));
            Stream<Cell> counted = mixed ? Stream.of(Cell.of(HandoverWords.until(kernel.handovers()))) : Stream.of();
            table.row(
                    spreads.after(kernel.total(), Stream.concat(cells, counted).toArray(Cell[]::new)));
        });
        page.table(table);
        page.note("counted " + HandoverWords.until(population.handovers()));
    }

    private static String name(KernelBoots kernel) {
        return kernel.release() == null ? "unknown" : kernel.release();
    }

    private void changes(KernelBoots kernel) {
        if (kernel.since() == null) {
            return;
        }
        page.title("Initcalls of " + Printable.of(name(kernel)) + " since " + Printable.of(kernel.since()) + ": "
                + kernel.added().size() + " new, " + kernel.gone().size() + " gone");
        names("new   ", kernel.added());
        names("gone  ", kernel.gone());
    }

    private void names(String mark, List<InitcallKey> keys) {
        if (!keys.isEmpty()) {
            String names = keys.stream().limit(top).map(InitcallKey::toString).collect(Collectors.joining(", "));
            page.paragraph(mark, names + (keys.size() > top ? " and " + (keys.size() - top) + " more" : ""), Ink.PLAIN);
        }
    }

    private void parts(String title, String what, List<Part> parts) {
        if (parts.isEmpty()) {
            return;
        }
        page.title(title);
        TextTable table = spreads.columns(new TextTable().left(what).right("boots"));
        parts.forEach(part -> table.row(spreads.after(
                part.duration(),
                Cell.of(part.name().replace('_', ' ')),
                Cell.of(Integer.toString(part.duration().count())))));
        page.table(table);
    }

    private void initcalls() {
        List<InitcallSpread> initcalls = population.initcalls();
        if (initcalls.isEmpty()) {
            return;
        }
        page.title("Initcalls, the largest median first");
        TextTable table = spreads.columns(
                new TextTable().elastic("function").left("level").right("boots"));
        initcalls.stream()
                .limit(top)
                .forEach(each -> table.row(spreads.after(
                        each.duration(),
                        Cell.of(each.initcall().toString()),
                        Cell.of(each.level() == null ? "" : each.level().toString()),
                        Cell.of(Integer.toString(each.boots())))));
        page.table(table);
        rest(initcalls.size());
    }

    private void failures() {
        counted("Failures", population.failures());
        counted("Deferred probes", population.deferred());
    }

    private void counted(String title, List<? extends Counted<?>> all) {
        if (all.isEmpty()) {
            return;
        }
        page.title(title);
        TextTable table = new TextTable().right("boots").elastic("what");
        all.stream()
                .limit(top)
                .forEach(each -> table.row(
                        Cell.of(Integer.toString(each.boots())),
                        Cell.of(each.what().toString())));
        page.table(table);
        rest(all.size());
    }

    private void rest(int all) {
        if (all > top) {
            page.note("and " + (all - top) + " more: --top " + all + " shows them, --csv writes them.");
        }
    }
}
