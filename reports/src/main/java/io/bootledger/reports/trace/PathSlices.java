package io.bootledger.reports.trace;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.path.PathEntry;
import io.bootledger.reports.trace.Slice.Facts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stretches of the critical path, in the order of the boot. */
final class PathSlices {
    /** By which a viewer is told that one slice leads to the next. */
    static final String CATEGORY = "critical path";

    private PathSlices() {}

    static List<@Nullable Slice> of(BootAnalysis boot) {
        List<@Nullable Slice> slices = new ArrayList<>();
        for (PathEntry entry : boot.accounting().criticalPath()) {
            Facts facts = new Facts()
                    .add("boot_thread", entry.kind())
                    .add("evidence", entry.evidence())
                    .add("line", entry.line() == 0 ? null : entry.line());
            String name = entry.kind() == PathEntry.Kind.WAIT ? "waited for " + entry.owner() : entry.owner();
            slices.add(new Slice(name, CATEGORY, entry.fromUs(), entry.toUs(), facts.all()));
        }
        Collections.reverse(slices);
        return slices;
    }
}
