package io.bootledger.reports.text.many;

import io.bootledger.analyzer.calibration.Calibration;
import io.bootledger.analyzer.calibration.Calibration.Detectable;
import io.bootledger.analyzer.calibration.Calibration.Sessions;
import io.bootledger.analyzer.calibration.Calibration.SizeSpread;
import io.bootledger.analyzer.calibration.Calibration.Spread;
import io.bootledger.analyzer.calibration.Rates;
import io.bootledger.analyzer.rule.GateRule;
import io.bootledger.analyzer.rule.Margin;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.text.page.Cell;
import io.bootledger.reports.text.page.Ink;
import io.bootledger.reports.text.page.Page;
import io.bootledger.reports.text.page.TextLayout;
import io.bootledger.reports.text.page.TextTable;
import io.bootledger.reports.text.page.Wording;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What boots of one kernel say about the gate: what it errs by, what it sees, and how to set it. */
public final class CalibrationReport {
    private CalibrationReport() {}

    /** Lines ended by {@code \n}. */
    public static String of(Calibration calibration, TextLayout layout) {
        Page page = new Page(layout);
        splits(calibration, page);
        detectable(calibration, page);
        noise(calibration, page);
        page.title("For bootledger.toml");
        heldOut(calibration.heldOut(), page);
        toml(calibration.suggested()).lines().forEach(line -> page.line("  " + line, Ink.PLAIN));
        return page.toString();
    }

    private static void splits(Calibration calibration, Page page) {
        Rates splits = calibration.splits();
        page.line(
                calibration.boots() + " boots of one kernel, dealt to two sides of "
                        + splits.boots().earlier()
                        + " so many times as " + splits.red().of() + ":",
                Ink.TITLE);
        String why = splits.red().hits() == 0
                ? ""
                : " (total " + (splits.total().hits() - splits.global().hits()) + ", phase, level, gap or owner "
                        + splits.part().hits() + ", initcall "
                        + splits.initcall().hits() + ")";
        int blind = splits.insufficient().hits();
        page.paragraph(
                "",
                blind == splits.red().of()
                        ? "of so few boots the gate can say nothing (insufficient each time), and so it could not fail: give "
                                + 2 * GateRule.BOOTS + " or more."
                        : failed(splits, why) + (blind == 0 ? "" : " " + blind + " times they could not tell."),
                Ink.PLAIN);
    }

    private static String failed(Rates splits, String why) {
        return "the gate would have failed " + splits.red().hits() + " times" + why + ", and been in doubt "
                + (splits.inconclusive().hits() + splits.global().hits())
                + " times, though nothing had changed.";
    }

    private static void detectable(Calibration calibration, Page page) {
        page.title("The least rise of the total that is found in four of five comparisons");
        TextTable table = new TextTable().left("boots").right("rise").left("");
        for (Detectable one : calibration.detectable()) {
            table.row(
                    Cell.of(one.boots() + " v " + one.boots()),
                    Cell.of(one.perMille() == null ? "more than 100 %" : "+" + percent(one.perMille())),
                    Cell.of(one.repeated() ? "from boots drawn more than once" : ""));
        }
        page.table(table);
        page.note("For single initcalls: bootledger gate power --from the same boots.");
    }

    private static void noise(Calibration calibration, Page page) {
        page.title("How much boots differ");
        TextTable table = new TextTable()
                .left("")
                .elastic("what")
                .right("median")
                .right("usually")
                .right("the slowest");
        for (Spread spread : calibration.spreads()) {
            table.row(
                    Cell.of(spread.scope().toString()),
                    Cell.of(spread.id()),
                    Cell.of(DurationText.rounded(spread.medianUs())),
                    usual(spread.perMille()),
                    Cell.of(spread.slowestPerMille() == null ? "" : "x" + times(spread.slowestPerMille())));
        }
        for (SizeSpread size : calibration.sizes()) {
            table.row(
                    Cell.of("initcall"),
                    Cell.of(size.count() + " of " + DurationText.rounded(size.fromUs()) + " or more"),
                    Cell.of(""),
                    usual(size.perMille()),
                    Cell.of(""));
        }
        page.table(table);
        page.note("Usually: the median absolute deviation, scaled to a standard deviation, of the median.");
        sessions(calibration.sessions(), page);
        clock(calibration, page);
    }

    private static void sessions(@Nullable Sessions sessions, Page page) {
        page.note(
                sessions == null
                        ? "Sessions are not told apart: give two folders or more, one for each time the machine was set up."
                        : sessions.count() + " sessions (folders) differ by " + percent(sessions.perMille())
                                + " beyond what boots of one do. Boot both kernels in turn, and more boots will help.");
    }

    private static void clock(Calibration calibration, Page page) {
        if (calibration.quantumUs() > 1) {
            page.note("All durations are multiples of " + DurationText.rounded(calibration.quantumUs())
                    + ": the machine counts in ticks, and a rise must exceed two.");
        } else if (calibration.ticking() > 0) {
            page.note(Wording.counted(calibration.ticking(), "initcall is", "initcalls are")
                    + " counted in ticks: there a rise must exceed two.");
        }
    }

    /** What margins are raised on says nothing of other boots. */
    private static void heldOut(@Nullable Rates heldOut, Page page) {
        page.note(
                heldOut == null
                        ? "Raised on every other boot; the others are too few to try the margins on: boot ten more."
                        : "Raised on every other boot; on the others, dealt "
                                + heldOut.red().of() + " times to two sides of "
                                + heldOut.boots().earlier() + ", they fail "
                                + heldOut.red().hits() + " times.");
    }

    /** The {@code [defaults]} of a budget file. */
    public static String toml(GateRule rule) {
        return "[defaults]\nalpha    = " + rule.alpha() + "\n" + line("total   ", rule.total())
                + line("phase   ", rule.part())
                + line("initcall", rule.initcall());
    }

    private static String line(String name, Margin margin) {
        return name + " = { rel = \"" + percent(margin.perMille()) + "\", abs = \"" + margin.us() / 1_000.0
                + " ms\" }\n";
    }

    private static Cell usual(@Nullable Long perMille) {
        return Cell.of(perMille == null ? "" : percent(perMille));
    }

    private static String percent(long perMille) {
        return perMille % 10 == 0 || perMille >= 1_000
                ? perMille / 10 + " %"
                : String.format(Locale.ROOT, "%d.%d %%", perMille / 10, perMille % 10);
    }

    private static String times(long perMille) {
        return String.format(Locale.ROOT, "%d.%02d", perMille / 1_000, perMille % 1_000 / 10);
    }
}
