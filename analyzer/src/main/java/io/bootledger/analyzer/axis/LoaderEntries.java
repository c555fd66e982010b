package io.bootledger.analyzer.axis;

import io.bootledger.analyzer.axis.AxisLedger.Entry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What loaders took by clocks of their own, as entries of the ledger of the whole: each until the next one's first stamp, where its
 * clock runs on.
 */
final class LoaderEntries {
    private final List<Entry> entries = new ArrayList<>();
    /** Whose time the entries are. */
    private final List<String> told = new ArrayList<>();

    private final List<String> open = new ArrayList<>();
    private @Nullable LoaderTime begun;

    LoaderEntries(List<AxisStage> stages) {
        for (AxisStage stage : stages) {
            if (stage.kind() == AxisStage.Kind.LOADER) {
                take(stage);
            }
        }
        close(null);
    }

    private void take(AxisStage stage) {
        LoaderTime time = stage.loader();
        if (time != null) {
            close(time);
            begun = time;
            open.clear();
        }
        open.add(stage.name());
    }

    /** @param next the next clock that tells; null where none does */
    private void close(@Nullable LoaderTime next) {
        LoaderTime from = begun;
        if (from == null || from.tookUs() == null) {
            return;
        }
        Long untilUs = next == null || next.restarted() ? null : Long.valueOf(next.firstUs());
        List<String> names = untilUs == null ? open.subList(0, 1) : open;
        long us = untilUs == null ? from.tookUs() : untilUs - from.firstUs();
        entries.add(new Entry(String.join(" + ", names), AxisLedger.Kind.LOADER, us, null));
        told.addAll(names);
    }

    List<Entry> entries() {
        return entries;
    }

    List<String> told() {
        return told;
    }
}
