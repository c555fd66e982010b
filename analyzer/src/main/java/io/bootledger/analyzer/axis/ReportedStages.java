package io.bootledger.analyzer.axis;

import io.bootledger.traces.event.machine.LoaderMarked;
import io.bootledger.traces.event.machine.LoaderMarked.Report;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When loaders' stages began and ended, as their own reports tell: each from the mark that it begins with until the last before another's. */
final class ReportedStages {
    /** @param name how the mark's name begins */
    private record Beginning(Report report, String name, String stage) {}

    /**
     * Of U-Boot {@code common/spl/spl.c}, {@code common/board_f.c} (before 2013 {@code arch/arm/lib/board.c}); of coreboot
     * {@code src/commonlib/include/commonlib/timestamp_serialized.h}.
     */
    private static final List<Beginning> BEGINNINGS = List.of(
            new Beginning(Report.BOOTSTAGE, "TPL", "U-Boot TPL"),
            new Beginning(Report.BOOTSTAGE, "VPL", "U-Boot VPL"),
            new Beginning(Report.BOOTSTAGE, "SPL", "U-Boot SPL"),
            new Beginning(Report.BOOTSTAGE, "board_init_f", "U-Boot"),
            new Beginning(Report.COREBOOT, "start of bootblock", "coreboot bootblock"),
            new Beginning(Report.COREBOOT, "start of romstage", "coreboot romstage"),
            new Beginning(Report.COREBOOT, "start of postcar", "coreboot postcar"),
            new Beginning(Report.COREBOOT, "start of ramstage", "coreboot ramstage"),
            new Beginning(Report.COREBOOT, "depthcharge start", "depthcharge"));

    /** By a report's clock. */
    private record Times(Report report, long firstUs, long lastUs) {}

    private final Map<String, Times> times = new HashMap<>();
    private @Nullable Report before;

    ReportedStages(List<LoaderMarked> marks) {
        for (Report report : Report.values()) {
            String stage = null;
            for (LoaderMarked mark : marks.stream()
                    .filter(one -> one.report() == report)
                    .sorted(Comparator.comparingLong(LoaderMarked::us))
                    .toList()) {
                String begun = stage(report, mark.name().toString());
                stage = begun == null || times.containsKey(begun) ? stage : begun;
                if (stage != null) {
                    times.merge(
                            stage,
                            new Times(report, mark.us(), mark.us()),
                            (one, other) -> new Times(report, one.firstUs(), other.lastUs()));
                }
            }
        }
    }

    private static @Nullable String stage(Report report, String name) {
        return BEGINNINGS.stream()
                .filter(one -> one.report() == report && name.startsWith(one.name()))
                .map(Beginning::stage)
                .findFirst()
                .orElse(null);
    }

    /**
     * Of a stage that has no stamps; null where no report tells.
     *
     * @param last the time of the last stage that has one, by whatever clock; null where none has
     */
    @Nullable
    LoaderTime of(String stage, @Nullable LoaderTime last) {
        Times own = times.get(stage);
        if (own == null) {
            return null;
        }
        boolean anothers = last != null && own.report() != before;
        before = own.report();
        return new LoaderTime(
                own.firstUs(),
                own.lastUs(),
                own.lastUs() - own.firstUs(),
                last != null && (anothers || own.firstUs() < last.lastUs()));
    }

    /** The next clock is no report's. */
    void leave() {
        before = null;
    }
}
