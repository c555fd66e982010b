package io.bootledger.reports.png;

import io.bootledger.analyzer.levels.LevelSummary;
import io.bootledger.reports.Palette;
import io.bootledger.reports.png.draw.Box;
import io.bootledger.reports.png.draw.Flag;
import io.bootledger.reports.png.draw.Sheet;
import io.bootledger.traces.event.InitcallLevel;
import java.util.List;

/** From the first to the last initcall of each level. */
final class LevelLane {
    private static final int HEIGHT = 18;

    static void write(List<LevelSummary> levels, Sheet sheet) {
        for (LevelSummary level : levels) {
            Long start = level.startUs();
            Long end = level.endUs();
            if (start != null && end != null && level.level() != InitcallLevel.MODULE) {
                int x = sheet.scale().x(start);
                int width = Math.max(1, sheet.scale().x(end) - x);
                String name = level.level().toString();
                String text = Flag.width(name) + 4 <= width ? name : "";
                sheet.box(new Box(x, sheet.y(), width, HEIGHT, Palette.of(level.level()), text, false));
            }
        }
        sheet.lane("levels", HEIGHT);
    }

    private LevelLane() {}
}
