package io.bootledger.reports.trace;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.axis.AxisStage;
import io.bootledger.reports.trace.Slice.Facts;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who ran from power-on to login, as far as a clock tells from when to when; nothing where that is the kernel alone. */
final class StageSlices {
    static List<Slice> of(BootAnalysis boot) {
        boolean others = boot.axis().stages().stream()
                .anyMatch(stage -> stage.kind() != AxisStage.Kind.KERNEL && stage.durationUs() != null);
        return others
                ? boot.axis().stages().stream()
                        .map(StageSlices::slice)
                        .filter(Objects::nonNull)
                        .toList()
                : List.of();
    }

    private static @Nullable Slice slice(AxisStage stage) {
        Long from = stage.fromUs();
        Long until = stage.untilUs();
        if (from == null || until == null || until < from) {
            return null;
        }
        Facts facts = new Facts()
                .add("clock", stage.clock())
                .add("uncertainty_us", stage.uncertaintyUs())
                .add("line", stage.firstLine());
        return new Slice(stage.name(), "stage", from, until, facts.all());
    }

    private StageSlices() {}
}
