package io.bootledger.reports.text;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.phases.Phase;
import io.bootledger.reports.BootSpan;
import io.bootledger.reports.Durations;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where the time went, phase by phase, to the microsecond. */
final class PhaseSection {
    private static final int LONGEST_BAR = 24;
    private static final int BESIDE_BAR = 68;

    static void write(BootAnalysis boot, Page page) {
        BootSpan span = BootSpan.of(boot);
        page.title("Where the time went");
        if (span == null) {
            page.note("The log has no time stamps, so only the kernel's own durations are known;"
                    + " boot with printk.time=1 to see the phases.");
        } else {
            page.table(table(boot, span, Math.min(LONGEST_BAR, page.width() - BESIDE_BAR)));
            notes(boot, page);
        }
    }

    private static Table table(BootAnalysis boot, BootSpan span, int bar) {
        long longest = boot.phases().stream()
                .filter(PhaseSection::counts)
                .mapToLong(PhaseSection::durationUs)
                .max()
                .orElse(0);
        Table table = new Table()
                .elastic("phase")
                .right("start s")
                .right("end s")
                .right("ms")
                .right("%")
                .left("");
        for (Phase phase : boot.phases()) {
            table.row(
                    Cell.of(phase.kind().title()),
                    stamp(phase.startUs()),
                    stamp(phase.endUs()),
                    known(phase) ? Cell.of(Durations.exactMillis(durationUs(phase))) : Cell.of("unknown", Ink.FAINT),
                    Cell.of(counts(phase) && known(phase) ? Durations.percent(durationUs(phase), span.totalUs()) : ""),
                    Bar.of(counts(phase) ? durationUs(phase) : 0, longest, bar));
        }
        table.row(
                Cell.of(span.reachedInit() ? "total until init" : "total", Ink.TITLE),
                stamp(span.fromUs()),
                stamp(span.toUs()),
                Cell.of(Durations.exactMillis(span.totalUs()), Ink.TITLE),
                Cell.of(""),
                Cell.of(""));
        return table;
    }

    private static void notes(BootAnalysis boot, Page page) {
        boot.phases().stream()
                .filter(phase -> phase.note() != null)
                .map(phase -> phase.kind().title() + ": " + phase.note())
                .forEach(page::note);
    }

    /** What comes after init is not part of the total. */
    private static boolean counts(Phase phase) {
        return phase.kind() != Phase.Kind.AFTER_INIT;
    }

    private static boolean known(Phase phase) {
        return phase.startUs() != null && phase.endUs() != null;
    }

    private static long durationUs(Phase phase) {
        return known(phase) ? Objects.requireNonNull(phase.endUs()) - Objects.requireNonNull(phase.startUs()) : 0;
    }

    private static Cell stamp(@Nullable Long us) {
        return us == null ? Cell.of("unknown", Ink.FAINT) : Cell.of(Durations.exactSeconds(us));
    }

    private PhaseSection() {}
}
