package io.bootledger.analyzer.levels.known;

import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.symbols.SymbolTable;

/**
 * What a symbol table adds to what is known already.
 *
 * @param initcalls how many of its initcalls tell their level
 * @param unheard those of a function that nothing was known of
 * @param conflicting those of a function that was only known at other levels
 */
public record Novelty(int initcalls, int unheard, int conflicting) {
    /** Compares a table with what is known without it. */
    public static Novelty of(SymbolTable table, LevelKnowledge known) {
        int initcalls = 0;
        int unheard = 0;
        int conflicting = 0;
        for (SymbolTable.Entry entry : table.entries()) {
            InitcallLevel level = entry.level();
            if (level == null || level == InitcallLevel.MODULE) {
                continue;
            }
            initcalls++;
            KnownFunction function = known.find(entry.function());
            if (function == null) {
                unheard++;
            } else if (function.count(new HalfLevel(level, entry.sync()).index()) == 0) {
                conflicting++;
            }
        }
        return new Novelty(initcalls, unheard, conflicting);
    }
}
