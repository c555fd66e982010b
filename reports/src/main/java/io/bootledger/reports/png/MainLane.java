package io.bootledger.reports.png;

import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.reports.Printable;
import io.bootledger.reports.png.draw.Box;
import io.bootledger.reports.png.draw.Flags;
import io.bootledger.reports.png.draw.Scale;
import io.bootledger.reports.png.draw.Sheet;
import io.bootledger.reports.png.draw.Span;
import java.util.Comparator;
import java.util.List;

/** The initcalls that ran one after another on the boot's own thread; labels stand above the longest. */
final class MainLane {
    private static final int HEIGHT = 60;
    private static final int ROWS = 9;
    private static final int MOST_LABELS = 22;
    /** A call that takes less of the picture's width gets no label. */
    private static final int SMALLEST_SHARE = 400;
    /** Calls too narrow to be told apart are pale, so that the long ones stand out. */
    private static final int NARROW = 3;

    static void write(String name, List<Span> spans, Sheet sheet) {
        Flags flags = new Flags(sheet.scale().width(), ROWS);
        long whole = sheet.scale().toUs() - sheet.scale().fromUs();
        spans.stream()
                .filter(span -> weight(span) >= whole / SMALLEST_SHARE)
                .sorted(Comparator.comparingLong(MainLane::weight).reversed())
                .limit(MOST_LABELS)
                .forEach(span -> flags.place(middle(span, sheet.scale()), text(span)));
        sheet.skip(flags.height());
        spans.stream().sorted(Comparator.comparing(Span::alarm)).forEach(span -> sheet.box(box(span, sheet)));
        sheet.flags(flags.above(sheet.y()));
        sheet.lane(name, HEIGHT);
    }

    /** A call that never returned comes first, then the long ones; a failed one needs its mark more than its name. */
    private static long weight(Span span) {
        return span.outcome() == Outcome.UNFINISHED ? Long.MAX_VALUE : span.durationUs();
    }

    private static Box box(Span span, Sheet sheet) {
        int x = sheet.scale().x(span.startUs());
        int width = sheet.scale().x(span.endUs()) - x;
        return width < NARROW && !span.alarm()
                ? new Box(x, sheet.y(), Math.max(1, width), HEIGHT, tint(span.rgb()), "", false)
                : new Box(x, sheet.y(), Math.max(1, width - 1), HEIGHT, span.rgb(), "", span.alarm());
    }

    /** Halfway to white. */
    private static int tint(int rgb) {
        return 0x808080 + ((rgb & 0xFEFEFE) >> 1);
    }

    private static int middle(Span span, Scale scale) {
        return (scale.x(span.startUs()) + scale.x(span.endUs())) / 2;
    }

    private static String text(Span span) {
        return switch (span.outcome()) {
            case UNFINISHED -> Printable.of(span.name()) + " never returned";
            case FAILED -> Sheet.named(span.name() + " failed after", span.durationUs());
            default -> Sheet.named(span.name(), span.durationUs());
        };
    }

    private MainLane() {}
}
