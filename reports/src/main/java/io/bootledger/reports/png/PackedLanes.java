package io.bootledger.reports.png;

import io.bootledger.reports.png.draw.Box;
import io.bootledger.reports.png.draw.Flag;
import io.bootledger.reports.png.draw.Sheet;
import io.bootledger.reports.png.draw.Span;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Work that overlaps, in as few rows as it needs; the longest get their names where there is room. */
final class PackedLanes {
    private static final int ROW = 17;
    private static final int GAP = 6;
    private static final int NAMED = 16;
    /** What takes less of the picture's width gets no name. */
    private static final int SMALLEST_SHARE = 400;

    /** A row, filled from the left. */
    private static final class Row {
        private int boxEnd;
        private int textEnd;
        private @Nullable Flag lastName;
    }

    private final Sheet sheet;
    private final List<Row> rows;
    private final Set<Flag> names = new HashSet<>();
    private int used;
    private int folded;

    private PackedLanes(Sheet sheet, int rows) {
        this.sheet = sheet;
        this.rows = Stream.generate(Row::new).limit(rows).toList();
    }

    static void write(String name, List<Span> spans, int rows, Sheet sheet) {
        List<Span> shown = spans.stream()
                .filter(span -> sheet.scale().shows(span.startUs(), span.endUs()))
                .sorted(Comparator.comparingLong(Span::startUs))
                .toList();
        if (shown.isEmpty()) {
            return;
        }
        PackedLanes lanes = new PackedLanes(sheet, rows);
        long whole = sheet.scale().toUs() - sheet.scale().fromUs();
        Set<Span> named = new HashSet<>(shown.stream()
                .filter(span -> span.durationUs() >= whole / SMALLEST_SHARE)
                .sorted(Comparator.comparingLong(Span::durationUs).reversed())
                .limit(NAMED)
                .toList());
        shown.forEach(span -> lanes.place(span, named.contains(span)));
        sheet.flags(lanes.names.stream()
                .sorted(Comparator.comparingInt(Flag::y).thenComparingInt(Flag::x))
                .toList());
        sheet.lane(name, lanes.used * ROW);
        if (lanes.folded > 0) {
            sheet.note(name + ": " + lanes.folded + " that ran beside " + rows + " others are not shown");
        }
    }

    private void place(Span span, boolean named) {
        int x = sheet.scale().x(span.startUs());
        Row row = row(x);
        if (row == null) {
            folded++;
            return;
        }
        int width = Math.max(1, sheet.scale().x(span.endUs()) - x);
        int y = sheet.y() + rows.indexOf(row) * ROW;
        used = Math.max(used, rows.indexOf(row) + 1);
        String text = Sheet.inside(width, span.name(), span.durationUs());
        sheet.box(new Box(x, y, width, ROW - 3, span.rgb(), text, false));
        row.boxEnd = x + width + 1;
        row.textEnd = row.boxEnd;
        row.lastName = null;
        String name = Sheet.named(span.name(), span.durationUs());
        if (named
                && text.isEmpty()
                && row.boxEnd + Flag.width(name) + GAP < sheet.scale().width()) {
            int middle = y + ROW / 2 - 1;
            row.lastName = new Flag(x + width, x + width + 4, middle, middle, name);
            row.textEnd = row.boxEnd + Flag.width(name) + GAP;
            names.add(row.lastName);
        }
    }

    /** A row with room; where only a name is in the way, the name goes. */
    private @Nullable Row row(int x) {
        for (Row row : rows) {
            if (row.textEnd <= x) {
                return row;
            }
        }
        for (Row row : rows) {
            if (row.boxEnd <= x) {
                names.remove(Objects.requireNonNull(row.lastName));
                return row;
            }
        }
        return null;
    }
}
