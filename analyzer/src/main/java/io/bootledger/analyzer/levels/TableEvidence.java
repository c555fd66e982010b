package io.bootledger.analyzer.levels;

import io.bootledger.analyzer.levels.known.HalfLevel;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.symbols.SymbolTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the kernel's symbol table tells of each call of kernel_init. */
final class TableEvidence {
    private final SymbolTable table;
    private final TableAlignment alignment;

    TableEvidence(SymbolTable table) {
        this.table = table;
        // A console initcall may bear the name of another's function; kernel_init calls the other.
        this.alignment = new TableAlignment(table, entry -> isMain(entry.level()));
    }

    /** The bounds of each call, null where the table tells none; all null when it is another kernel's table. */
    @Nullable
    HalfLevelBounds[] of(List<String> functions) {
        @Nullable HalfLevelBounds[] bounds = new HalfLevelBounds[functions.size()];
        TableAlignment.Alignment aligned = alignment.of(functions);
        if (table.ordered() && !TableAlignment.fits(aligned.matched(), functions.size())) {
            return bounds;
        }
        for (int at = 0; at < bounds.length; at++) {
            if (table.ordered() && aligned.chosen()[at] != TableAlignment.NONE) {
                bounds[at] = spanning(aligned.lowest()[at], aligned.highest()[at]);
            } else {
                int[] entries = alignment.entriesOf(functions.get(at));
                bounds[at] = entries.length == 0 ? null : spanning(entries[0], entries[entries.length - 1]);
            }
        }
        return bounds;
    }

    private @Nullable HalfLevelBounds spanning(int first, int last) {
        SymbolTable.Entry lowest = table.entries().get(first);
        SymbolTable.Entry highest = table.entries().get(last);
        if (!isMain(lowest.level()) || !isMain(highest.level())) {
            return null;
        }
        HalfLevelBounds bounds = new HalfLevelBounds(half(lowest), half(highest));
        return bounds.from() <= bounds.to() ? bounds : null;
    }

    private static boolean isMain(@Nullable InitcallLevel level) {
        return level != null && level != InitcallLevel.CONSOLE && level != InitcallLevel.MODULE;
    }

    private static int half(SymbolTable.Entry entry) {
        InitcallLevel level = entry.level();
        return level == null ? -1 : new HalfLevel(level, entry.sync()).index();
    }
}
