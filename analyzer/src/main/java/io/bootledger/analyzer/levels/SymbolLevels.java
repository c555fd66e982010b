package io.bootledger.analyzer.levels;

import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.LevelEvidence;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.symbols.SymbolTable;
import io.bootledger.traces.symbols.SymbolTable.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Places built-in initcalls by the kernel's symbol table: the log's order is the table's order, with calls left out. */
public final class SymbolLevels {
    private final List<Entry> entries;
    private int next;

    private SymbolLevels(SymbolTable table) {
        this.entries = table.entries();
    }

    /** The initcalls with the table's level where no better evidence has placed them. */
    public static List<Initcall> place(List<Initcall> initcalls, @Nullable SymbolTable table) {
        return table == null
                ? initcalls
                : initcalls.stream().map(new SymbolLevels(table)::place).toList();
    }

    private Initcall place(Initcall call) {
        if (call.level() == InitcallLevel.MODULE || call.level() == InitcallLevel.CONSOLE) {
            return call;
        }
        InitcallLevel level = advanceTo(call.function());
        return level == null || call.levelEvidence() == LevelEvidence.PRINTED && level != InitcallLevel.ROOTFS
                ? call
                : call.at(level, LevelEvidence.SYMBOLS);
    }

    private @Nullable InitcallLevel advanceTo(String function) {
        for (int i = next; i < entries.size(); i++) {
            if (entries.get(i).function().equals(function)) {
                next = i + 1;
                return entries.get(i).level();
            }
        }
        return null;
    }
}
