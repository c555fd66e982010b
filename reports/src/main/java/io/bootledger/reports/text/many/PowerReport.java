package io.bootledger.reports.text.many;

import io.bootledger.analyzer.calibration.PowerRow;
import io.bootledger.analyzer.calibration.Rates;
import io.bootledger.analyzer.calibration.Share;
import io.bootledger.reports.text.page.Cell;
import io.bootledger.reports.text.page.Ink;
import io.bootledger.reports.text.page.Page;
import io.bootledger.reports.text.page.TextLayout;
import io.bootledger.reports.text.page.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How often the gate errs, per thousand, and what it sees, in percent. */
public final class PowerReport {
    private PowerReport() {}

    /** Lines ended by {@code \n}. */
    public static String of(List<PowerRow> rows, TextLayout layout) {
        Page page = new Page(layout);
        List<PowerRow> unchanged =
                rows.stream().filter(row -> row.change() == null).toList();
        List<PowerRow> slowed =
                rows.stream().filter(row -> row.change() != null).toList();
        if (!unchanged.isEmpty()) {
            page.line("No slower: of 1,000 gates so many fail all the same", Ink.TITLE);
            page.table(falseAlarms(unchanged));
            page.note(
                    "Red, and by what: the total; a phase, level, gap or owner; an initcall. Global: the machine as a whole was"
                            + " slower, which is red only where boots are made in turn. Inconclusive: the total seemed slower.");
            insufficient(unchanged, page);
        }
        if (!slowed.isEmpty()) {
            page.line((unchanged.isEmpty() ? "" : "\n") + "Slower: of 100 gates so many notice", Ink.TITLE);
            page.table(power(slowed));
            page.note(
                    "Red, and the metric that was changed found slower; in the total, in any phase, level, gap or owner; others:"
                            + " initcalls that were not changed. Booted: of each kernel, on average.");
            insufficient(slowed, page);
        }
        return page.toString();
    }

    /** Where boots cannot tell, nothing is red and nothing found: that is no good sign. */
    private static void insufficient(List<PowerRow> rows, Page page) {
        rows.stream()
                .filter(row -> row.rates().insufficient().hits() > 0)
                .collect(Collectors.groupingBy(
                        row -> row.noise() + " " + boots(row.rates()).text(), TreeMap::new, Collectors.toList()))
                .forEach((of, same) -> page.note(sum(same, Rates::insufficient) + " of "
                        + same.stream().mapToInt(row -> row.rates().red().of()).sum()
                        + " gates of " + of
                        + " were insufficient: these boots cannot tell, and nothing of them is red."));
    }

    private static int sum(List<PowerRow> rows, Function<Rates, Share> share) {
        return rows.stream().mapToInt(row -> share.apply(row.rates()).hits()).sum();
    }

    private static TextTable falseAlarms(List<PowerRow> rows) {
        TextTable table = new TextTable()
                .left("noise")
                .left("boots")
                .right("gates")
                .right("red")
                .left("95 %")
                .right("total")
                .right("part")
                .right("initcall")
                .right("global")
                .right("inconclusive")
                .right("booted");
        for (PowerRow row : rows) {
            Rates rates = row.rates();
            table.row(
                    Cell.of(row.noise()),
                    boots(rates),
                    gates(rates),
                    perMille(rates.red()),
                    Cell.of(thousandths(rates.red().lowPerMille()) + " to "
                            + thousandths(rates.red().highPerMille())),
                    perMille(rates.total()),
                    perMille(rates.part()),
                    perMille(rates.initcall()),
                    perMille(rates.global()),
                    perMille(rates.inconclusive()),
                    booted(rates));
        }
        return table;
    }

    private static TextTable power(List<PowerRow> rows) {
        TextTable table = new TextTable()
                .left("noise")
                .elastic("slower by")
                .left("boots")
                .right("gates")
                .right("red")
                .left("95 %")
                .right("named")
                .right("total")
                .right("part")
                .right("others")
                .right("booted");
        for (PowerRow row : rows) {
            Rates rates = row.rates();
            table.row(
                    Cell.of(row.noise()),
                    Cell.of(String.valueOf(row.change())),
                    boots(rates),
                    gates(rates),
                    percent(rates.red()),
                    Cell.of(Math.round(rates.red().lowPerMille() / 10) + " to "
                            + Math.round(rates.red().highPerMille() / 10)),
                    percent(rates.named()),
                    percent(rates.total()),
                    percent(rates.part()),
                    percent(rates.others()),
                    booted(rates));
        }
        return table;
    }

    private static Cell boots(Rates rates) {
        return Cell.of(rates.boots().earlier() + " v " + rates.boots().later());
    }

    private static Cell booted(Rates rates) {
        return Cell.of(String.format(
                Locale.ROOT, "%.1f", (double) rates.booted() / rates.red().of()));
    }

    private static Cell gates(Rates rates) {
        return Cell.of(Integer.toString(rates.red().of()));
    }

    private static Cell perMille(Share share) {
        return Cell.of(thousandths(1_000.0 * share.hits() / share.of()));
    }

    /** With a digit more where that says something. */
    private static String thousandths(double perMille) {
        return perMille >= 10 || perMille == 0
                ? Long.toString(Math.round(perMille))
                : String.format(Locale.ROOT, "%.1f", perMille);
    }

    private static Cell percent(Share share) {
        return Cell.of(Long.toString(Math.round(100.0 * share.hits() / share.of())));
    }
}
