package io.bootledger.reports.html;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.compare.measure.BootSummary;
import io.bootledger.analyzer.levels.LevelSummary;
import io.bootledger.analyzer.phases.Phase;
import io.bootledger.reports.BootSpan;
import io.bootledger.reports.LogName;
import io.bootledger.traces.event.InitcallLevel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of several boots beside the others; it stands in the page also where the boot itself no longer fits.
 *
 * @param id by which a store knows it; null for a boot that is read from a log
 * @param line where it begins in its log
 * @param us until init, or as far as its log goes; null without time stamps
 * @param ending what to say where init was not reached; null where it was
 * @param folder of its own report, beside the page
 * @param stretches each a kind, a name, from and to in microseconds, counted from its end
 */
public record StripRow(
        @Nullable String id,
        String source,
        long line,
        @Nullable String kernel,
        @Nullable Long us,
        @Nullable String ending,
        String folder,
        List<List<Object>> stretches) {
    /** Those before init, the last first. */
    private static final List<Phase.Kind> PHASES = List.of(
            Phase.Kind.UNTIL_INIT,
            Phase.Kind.WRITE_PROTECT,
            Phase.Kind.FREE_INIT_MEMORY,
            Phase.Kind.ASYNC_WAIT,
            Phase.Kind.INITCALLS,
            Phase.Kind.BEFORE_INITCALLS);

    static StripRow of(BootAnalysis boot, String folder) {
        BootSpan span = BootSpan.of(boot);
        return new StripRow(
                null,
                LogName.of(boot.source()),
                boot.reading().firstLine(),
                boot.kernel().release(),
                span == null ? null : span.totalUs(),
                ending(boot, span),
                folder,
                span == null ? List.of() : stretches(boot, span.toUs()));
    }

    /** Of a boot in a store, of which the lengths of its phases are remembered. */
    public static StripRow of(String id, BootSummary boot) {
        Long totalUs = boot.totalUs();
        List<List<Object>> stretches = new ArrayList<>();
        long endUs = 0;
        for (Phase.Kind kind : PHASES) {
            Long us = totalUs == null ? null : boot.phases().get(kind.toString());
            if (us != null) {
                stretches.add(0, List.of("phase", kind.toString(), endUs - us, endUs));
                endUs -= us;
            }
        }
        String died = boot.died() == null ? boot.incomplete() : boot.died();
        return new StripRow(id, LogName.of(boot.boot()), 1, boot.kernel(), totalUs, died, "", stretches);
    }

    private static @Nullable String ending(BootAnalysis boot, @Nullable BootSpan span) {
        if (span != null && span.reachedInit()) {
            return null;
        }
        if (boot.milestones().panic() != null) {
            return "kernel panic";
        }
        return boot.milestones().reachedInit() ? "no time stamps" : "no sign of init";
    }

    /** The initcalls level by level, around them the other phases. */
    private static List<List<Object>> stretches(BootAnalysis boot, long endUs) {
        List<List<Object>> stretches = new ArrayList<>();
        for (Phase phase : boot.phases()) {
            if (phase.kind() != Phase.Kind.AFTER_INIT) {
                add(stretches, "phase", phase.kind().toString(), phase.startUs(), phase.endUs(), endUs);
            }
        }
        for (LevelSummary level : boot.levels()) {
            if (level.level() != null && level.level() != InitcallLevel.MODULE) {
                add(stretches, "level", level.level().toString(), level.startUs(), level.endUs(), endUs);
            }
        }
        return stretches;
    }

    private static void add(
            List<List<Object>> stretches,
            String kind,
            String name,
            @Nullable Long startUs,
            @Nullable Long stretchEndUs,
            long endUs) {
        if (startUs != null && stretchEndUs != null && startUs < endUs) {
            stretches.add(List.of(kind, name, startUs - endUs, Math.min(0, stretchEndUs - endUs)));
        }
    }
}
