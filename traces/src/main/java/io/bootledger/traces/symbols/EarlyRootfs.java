package io.bootledger.traces.symbols;

import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.symbols.SymbolTable.Entry;
import java.util.ArrayList;
import java.util.List;

/**
 * Ubuntu's 2.6.32 has an {@code earlyrootfs} level between core and postcore whose entries carry the id {@code rootfs}. They run with
 * the level they stand in.
 */
final class EarlyRootfs {
    /** The entries of the main loop with each such entry at the level of the one before it. */
    static List<Entry> placed(List<Entry> entries) {
        int lastBeforeFs = -1;
        for (int at = 0; at < entries.size(); at++) {
            InitcallLevel level = entries.get(at).level();
            lastBeforeFs = level != null && level.compareTo(InitcallLevel.FS) < 0 ? at : lastBeforeFs;
        }
        List<Entry> placed = new ArrayList<>(entries);
        for (int at = 0; at < lastBeforeFs; at++) {
            Entry entry = entries.get(at);
            if (entry.level() == InitcallLevel.ROOTFS) {
                InitcallLevel before =
                        at == 0 ? InitcallLevel.CORE : placed.get(at - 1).level();
                boolean sync = at > 0 && placed.get(at - 1).sync();
                placed.set(at, new Entry(entry.function(), before, sync, entry.module()));
            }
        }
        return placed;
    }

    private EarlyRootfs() {}
}
