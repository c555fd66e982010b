package io.bootledger.reports.png;

import io.bootledger.analyzer.phases.Phase;
import io.bootledger.reports.Palette;
import io.bootledger.reports.png.draw.Box;
import io.bootledger.reports.png.draw.Flags;
import io.bootledger.reports.png.draw.Sheet;
import java.util.List;

/** The phases as one band; the names of narrow ones hang below. */
final class PhaseLane {
    private static final int HEIGHT = 30;
    private static final int ROWS = 4;

    static void write(List<Phase> phases, Sheet sheet) {
        Flags flags = new Flags(sheet.scale().width(), ROWS);
        for (Phase phase : phases) {
            Long start = phase.startUs();
            Long end = phase.endUs();
            if (start != null && end != null && sheet.scale().shows(start, end)) {
                write(phase, start, end, sheet, flags);
            }
        }
        int bottom = sheet.y() + HEIGHT;
        sheet.lane("phases", HEIGHT);
        sheet.flags(flags.below(bottom));
        sheet.skip(flags.height());
    }

    private static void write(Phase phase, long startUs, long endUs, Sheet sheet, Flags flags) {
        int x = sheet.scale().x(startUs);
        int width = Math.max(1, sheet.scale().x(endUs) - x);
        String text = Sheet.inside(width, phase.kind().title(), endUs - startUs);
        sheet.box(new Box(x, sheet.y(), width, HEIGHT, Palette.of(phase.kind()), text, false));
        if (text.isEmpty() && endUs > startUs) {
            flags.place(x + width / 2, Sheet.named(phase.kind().title(), endUs - startUs));
        }
    }

    private PhaseLane() {}
}
