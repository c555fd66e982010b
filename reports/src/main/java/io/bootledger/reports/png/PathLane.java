package io.bootledger.reports.png;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.path.PathEntry;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.reports.Palette;
import io.bootledger.reports.png.draw.Arrow;
import io.bootledger.reports.png.draw.Box;
import io.bootledger.reports.png.draw.Colours;
import io.bootledger.reports.png.draw.Sheet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The critical path: the boot thread above, whom it waited for below, and arrows where the path goes from one to the other. */
final class PathLane {
    private static final int HEIGHT = 16;
    private static final int GAP = 3;
    private static final int ROOM_FOR_HEAD = 14;

    static void write(BootAnalysis boot, Colours colours, Sheet sheet) {
        List<PathEntry> path = new ArrayList<>(boot.accounting().criticalPath());
        Collections.reverse(path);
        if (path.isEmpty()) {
            return;
        }
        Map<Long, Initcall> calls = new HashMap<>();
        boot.timeline().initcalls().forEach(call -> calls.putIfAbsent(call.line(), call));
        PathEntry before = null;
        for (PathEntry entry : path) {
            box(entry, colour(entry, calls.get(entry.line()), colours), sheet);
            arrow(before, entry, sheet);
            before = entry;
        }
        sheet.lane("critical path", y(PathEntry.Kind.WAIT, 0) + HEIGHT);
    }

    private static int colour(PathEntry entry, @Nullable Initcall call, Colours colours) {
        if (entry.kind() == PathEntry.Kind.WAIT) {
            return Palette.WAITED;
        }
        if (call == null || !call.function().equals(entry.owner())) {
            return Palette.UNKNOWN;
        }
        return call.outcome() == Outcome.OK ? colours.of(call) : Palette.of(call.level());
    }

    private static void box(PathEntry entry, int rgb, Sheet sheet) {
        int x = sheet.scale().x(entry.fromUs());
        int width = Math.max(1, sheet.scale().x(entry.toUs()) - x - 1);
        String text = Sheet.inside(width - HEIGHT, entry.owner(), entry.us());
        sheet.box(new Box(x, y(entry.kind(), sheet.y()), width, HEIGHT, rgb, text, false));
    }

    private static void arrow(@Nullable PathEntry before, PathEntry entry, Sheet sheet) {
        if (before == null) {
            return;
        }
        int x = sheet.scale().x(entry.fromUs());
        int from = y(before.kind(), sheet.y()) + HEIGHT / 2;
        int to = y(entry.kind(), sheet.y()) + HEIGHT / 2;
        int room = Math.min(x - sheet.scale().x(before.fromUs()), sheet.scale().x(entry.toUs()) - x);
        if (from != to) {
            sheet.arrow(new Arrow(x, from, x, to));
        } else if (room >= ROOM_FOR_HEAD) {
            sheet.arrow(new Arrow(x - 5, from, x + 2, to));
        }
    }

    private static int y(PathEntry.Kind kind, int top) {
        return kind == PathEntry.Kind.WAIT ? top + HEIGHT + GAP : top;
    }

    private PathLane() {}
}
