package io.bootledger.reports.text.many;

import io.bootledger.analyzer.compare.measure.Environment.Difference;
import io.bootledger.analyzer.history.Build;
import io.bootledger.analyzer.history.ChangePoints;
import io.bootledger.analyzer.history.History;
import io.bootledger.analyzer.history.Series;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.HandoverWords;
import io.bootledger.reports.HistoryView;
import io.bootledger.reports.HistoryView.Finding;
import io.bootledger.reports.text.page.Cell;
import io.bootledger.reports.text.page.Ink;
import io.bootledger.reports.text.page.Page;
import io.bootledger.reports.text.page.Sparkline;
import io.bootledger.reports.text.page.TextLayout;
import io.bootledger.reports.text.page.TextTable;
import io.bootledger.reports.text.page.Wording;
import java.util.List;
import java.util.Objects;

/** A history for a terminal: what changed where, then each metric as a line of blocks. */
public final class HistoryReport {
    private static final int MOST = 40;
    private static final int WIDEST = 60;
    /** What the names and the numbers beside a sparkline take. */
    private static final int BESIDE = 44;

    private HistoryReport() {}

    /** Lines ended by {@code \n}. */
    public static String of(HistoryView view, TextLayout layout) {
        Page page = new Page(layout);
        History history = view.history();
        page.line(headline(view), Ink.TITLE);
        findings(view, page);
        page.note("counted " + HandoverWords.until(history.handovers()));
        differences(history, page);
        rows(view, page);
        return page.toString();
    }

    private static String headline(HistoryView view) {
        History history = view.history();
        List<Build> builds = history.builds();
        String left = history.leftOut() == 0 ? "" : " (" + history.leftOut() + " more could not be used)";
        return Wording.counted(builds.size(), "build", "builds") + " by " + view.by() + ", "
                + builds.get(0).name()
                + " to " + builds.get(builds.size() - 1).name() + ": "
                + Wording.counted(history.boots(), "boot", "boots") + left;
    }

    private static void findings(HistoryView view, Page page) {
        List<Finding> findings = view.findings();
        page.title("Changes");
        if (findings.isEmpty()) {
            page.note(
                    view.history().tooShort()
                            ? "history too short: it takes " + ChangePoints.FEWEST
                                    + " builds to tell a change from chance"
                            : "none: no metric settled on another level");
            return;
        }
        TextTable table = new TextTable()
                .elastic("build")
                .elastic("metric")
                .left("change")
                .left("");
        findings.stream().limit(MOST).forEach(finding -> row(finding, table));
        page.table(table);
        findings.stream()
                .filter(finding -> finding.accepted() != null)
                .forEach(finding -> page.note("accepted " + HistoryView.name(finding.series()) + " at "
                        + finding.build().name() + ": " + finding.accepted().reason()));
        if (findings.size() > MOST) {
            page.note("and " + (findings.size() - MOST) + " more: --metric shows those of single metrics");
        }
    }

    private static void row(Finding finding, TextTable table) {
        Ink ink = finding.alarming() ? Ink.BAD : finding.change().slower() ? Ink.CAREFUL : Ink.GOOD;
        table.row(
                Cell.of(finding.build().name()),
                Cell.of(HistoryView.name(finding.series())),
                Cell.of(finding.words(), ink),
                Cell.of(finding.accepted() == null ? "" : "accepted"));
    }

    /** What else changed, where it changed: a machine that is another one explains a lot. */
    private static void differences(History history, Page page) {
        for (Build build : history.builds()) {
            for (Difference one : build.differences()) {
                page.note("from build " + build.name() + " on " + HistoryView.words(one));
            }
        }
    }

    private static void rows(HistoryView view, Page page) {
        TextTable table = new TextTable()
                .elastic("metric")
                .left("build by build")
                .right("first")
                .right("last");
        int columns = Math.min(WIDEST, page.width() - BESIDE);
        view.series().stream().limit(MOST).forEach(series -> row(series, columns, table));
        if (!table.isEmpty()) {
            page.title("Medians");
            page.table(table);
        }
        if (view.series().size() > MOST) {
            page.note("and " + (view.series().size() - MOST) + " more");
        }
    }

    private static void row(Series series, int columns, TextTable table) {
        List<Long> known = series.us().stream().filter(Objects::nonNull).toList();
        table.row(
                Cell.of(HistoryView.name(series)),
                Sparkline.of(series, columns),
                Cell.of(DurationText.rounded(known.get(0))),
                Cell.of(DurationText.rounded(known.get(known.size() - 1))));
    }
}
