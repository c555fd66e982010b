package io.bootledger.analyzer.levels;

import io.bootledger.traces.symbols.SymbolTable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Lays the calls of a boot along its kernel's link order: the longest sequences of calls that stand in the table in the same order.
 * Calls the log lost, calls out of place and names that occur twice do no harm.
 */
final class TableAlignment {
    static final int NONE = -1;
    /** Entries of one name that are tried; real tables have two or three. */
    private static final int MOST_NAMESAKES = 64;

    private static final int[] NO_ENTRIES = {};

    private final SymbolTable table;
    private final Map<String, int[]> positions = new HashMap<>();

    /** Along the whole table. */
    TableAlignment(SymbolTable table) {
        this(table, entry -> true);
    }

    /** Along those of its entries that can have been called. */
    TableAlignment(SymbolTable table, Predicate<SymbolTable.Entry> callable) {
        this.table = table;
        List<SymbolTable.Entry> entries = table.entries();
        for (int at = 0; at < entries.size(); at++) {
            if (callable.test(entries.get(at))) {
                positions.merge(entries.get(at).function(), new int[] {at}, TableAlignment::joined);
            }
        }
    }

    private static int[] joined(int[] all, int[] one) {
        if (all.length == MOST_NAMESAKES) {
            return all;
        }
        int[] longer = Arrays.copyOf(all, all.length + 1);
        longer[all.length] = one[0];
        return longer;
    }

    /** The entries of a name, or of the name that it is an alias of, in link order; empty when there are none. */
    int[] entriesOf(String function) {
        int[] own = positions.get(function);
        if (own == null) {
            own = positions.get(table.aliases().getOrDefault(function, function));
        }
        return own == null ? NO_ENTRIES : own;
    }

    /** Whether a table is that of the kernel that booted: it has at least half of the calls in their order. */
    static boolean fits(int matched, int calls) {
        return 2 * matched >= calls;
    }

    /** The calls along the table. */
    Alignment of(List<String> functions) {
        CommonOrder order = new CommonOrder();
        for (int call = 0; call < functions.size(); call++) {
            int[] entries = entriesOf(functions.get(call));
            for (int at = entries.length - 1; at >= 0; at--) {
                order.add(call, entries[at]);
            }
        }
        return order.longest(functions.size());
    }

    /**
     * For each call its entry, {@link #NONE} where it has none in order.
     *
     * @param chosen the entries of one longest sequence
     * @param lowest the first entry that a longest sequence gives the call
     * @param highest the last one: another than the first where the log leaves open which of two namesakes ran
     */
    record Alignment(int[] chosen, int[] lowest, int[] highest) {
        int matched() {
            return (int) Arrays.stream(chosen).filter(entry -> entry != NONE).count();
        }
    }
}
