package io.bootledger.reports.text;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.axis.LoaderMark;
import io.bootledger.analyzer.axis.SecondFile;
import io.bootledger.analyzer.axis.UnitTime;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.text.page.Cell;
import io.bootledger.reports.text.page.Page;
import io.bootledger.reports.text.page.TextTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What files beside the log tell of the same boot. */
final class SecondFileSection {
    private static final int MOST = 8;

    static void write(BootAnalysis boot, Page page) {
        for (SecondFile file : boot.axis().beside()) {
            page.title("Beside the log: " + file.name());
            if (file.startup() != null) {
                page.note(AxisSection.words(file.startup()) + ".");
                if (!file.startup().isOf(boot.milestones().handoverUs())) {
                    page.note("That is of another boot: the kernel of this log handed over later.");
                }
            }
            units(file, page);
            chain(file, page);
            marks(file.marks(), page);
        }
    }

    private static void units(SecondFile file, Page page) {
        List<UnitTime> slowest = file.slowest(MOST);
        if (slowest.isEmpty()) {
            long behind = file.units().stream()
                    .filter(unit -> !unit.after().isEmpty())
                    .count();
            if (behind > 0) {
                page.note("What units start behind, of " + behind
                        + " of them; not how long they took, as blame and plot do.");
            }
            return;
        }
        boolean started = slowest.stream().anyMatch(unit -> unit.startUs() != null);
        boolean active = slowest.stream().anyMatch(unit -> unit.activeUs() != null);
        TextTable table = new TextTable().right("took ms");
        if (started) {
            table.right("from ms");
        }
        if (active) {
            table.right("active at ms");
        }
        boolean waits = slowest.stream().anyMatch(unit -> file.lastBefore(unit) != null);
        table.elastic("slowest units of " + file.units().size());
        if (waits) {
            table.elastic("started behind");
        }
        for (UnitTime unit : slowest) {
            List<Cell> cells = new ArrayList<>(List.of(millis(unit.tookUs())));
            if (started) {
                cells.add(millis(unit.startUs()));
            }
            if (active) {
                cells.add(millis(unit.activeUs()));
            }
            cells.add(Cell.of(unit.name()));
            if (waits) {
                String before = file.lastBefore(unit);
                cells.add(Cell.of(before == null ? "" : before));
            }
            table.row(cells.toArray(Cell[]::new));
        }
        page.table(table);
    }

    private static void chain(SecondFile file, Page page) {
        if (!file.chain().isEmpty()) {
            page.note("Each waited for the next: " + String.join(" < ", file.chain()) + ".");
        }
    }

    private static void marks(List<LoaderMark> marks, Page page) {
        if (marks.isEmpty()) {
            return;
        }
        LoaderMark last = marks.get(marks.size() - 1);
        TextTable table = new TextTable()
                .right("took ms")
                .right("at ms")
                .left("clock")
                .elastic("longest of " + marks.size() + " marks");
        marks.stream()
                .sorted(Comparator.comparingLong(LoaderMark::tookUs).reversed().thenComparingLong(LoaderMark::us))
                .limit(MOST)
                .forEach(mark -> table.row(
                        millis(mark.tookUs()), millis(mark.us()), Cell.of(mark.clock()), Cell.of(mark.name())));
        page.table(table);
        page.note("The last, " + last.name() + ", stands at " + DurationText.exactMillis(last.us())
                + " ms of the clock of " + last.clock() + ", which is not the kernel's.");
    }

    private static Cell millis(@Nullable Long us) {
        return Cell.of(us == null ? "?" : DurationText.exactMillis(us));
    }

    private SecondFileSection() {}
}
