package io.bootledger.reports.png;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.phases.Phase;
import io.bootledger.reports.AccountedLevel;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.Palette;
import io.bootledger.reports.png.draw.Bars;
import io.bootledger.reports.png.draw.Colours;
import io.bootledger.reports.png.draw.TimeBar;
import java.util.ArrayList;
import java.util.List;

/** One bar for each level or phase. */
final class LevelsLayout {
    private static final int PITCH = 40;

    static Bars of(BootAnalysis boot) {
        boolean byLevel = Colours.of(boot).byLevel();
        List<TimeBar> bars = byLevel ? levels(AccountedLevel.of(boot)) : phases(boot.phases());
        String axis = bars.isEmpty()
                ? "neither levels nor phases are known"
                : byLevel
                        ? "milliseconds in initcalls without their probes, per level"
                        : "milliseconds, per phase; levels are not known";
        return new Bars(Headings.title(boot), Headings.subtitle(boot), axis, PITCH, bars);
    }

    private static List<TimeBar> levels(List<AccountedLevel> levels) {
        return levels.stream()
                .map(level -> new TimeBar(
                        level.summary().level().toString(),
                        level.selfUs(),
                        Palette.of(level.summary().level()),
                        words(level),
                        false))
                .toList();
    }

    private static String words(AccountedLevel level) {
        int count = level.summary().count();
        return DurationText.exactMillis(level.selfUs()) + " ms in " + count + (count == 1 ? " initcall" : " initcalls")
                + (level.likely() == 0 ? "" : ", " + level.likely() + " likely");
    }

    /** Up to init: what comes after has no end of its own. */
    private static List<TimeBar> phases(List<Phase> phases) {
        List<TimeBar> bars = new ArrayList<>();
        for (Phase phase : phases) {
            Long start = phase.startUs();
            Long end = phase.endUs();
            if (start != null && end != null && phase.kind() != Phase.Kind.AFTER_INIT) {
                long duration = end - start;
                String text = DurationText.exactMillis(duration) + " ms";
                bars.add(new TimeBar(phase.kind().title(), duration, Palette.of(phase.kind()), text, false));
            }
        }
        return bars;
    }

    private LevelsLayout() {}
}
