package io.bootledger.analyzer.levels;

import io.bootledger.analyzer.levels.OrderDifference.Kind;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.traces.symbols.SymbolTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** Goes through a boot's calls and its table's entries and notes what has no counterpart. */
final class OrderFindings {
    private final SymbolTable table;
    private final TableAlignment alignment;
    private final BitSet inOrder = new BitSet();
    private final BitSet outOfOrder = new BitSet();
    private final List<OrderDifference> strays = new ArrayList<>();

    OrderFindings(SymbolTable table, List<Initcall> calls) {
        this.table = table;
        this.alignment = new TableAlignment(table);
        int[] entries =
                alignment.of(calls.stream().map(Initcall::function).toList()).chosen();
        for (int entry : entries) {
            if (entry != TableAlignment.NONE) {
                inOrder.set(entry);
            }
        }
        for (int at = 0; at < entries.length; at++) {
            if (entries[at] == TableAlignment.NONE) {
                strays.add(stray(calls.get(at)));
            }
        }
    }

    OrderComparison comparison(Set<String> skipped) {
        int size = table.entries().size();
        int last = inOrder.length() - 1;
        int first = last < 0 ? size : inOrder.nextSetBit(0);
        List<OrderDifference> differences = new ArrayList<>();
        for (int at = first; table.ordered() && at < last; at++) {
            SymbolTable.Entry entry = table.entries().get(at);
            if (!inOrder.get(at) && !outOfOrder.get(at) && !skipped.contains(entry.function())) {
                differences.add(new OrderDifference(Kind.MISSING, entry.function(), entry.level(), null));
            }
        }
        differences.addAll(strays);
        return new OrderComparison(inOrder.cardinality(), first, last < 0 ? 0 : size - 1 - last, differences);
    }

    private OrderDifference stray(Initcall call) {
        for (int entry : alignment.entriesOf(call.function())) {
            if (!inOrder.get(entry) && !outOfOrder.get(entry)) {
                outOfOrder.set(entry);

                return new OrderDifference(
                        Kind.OUT_OF_ORDER,
                        call.function(),
                        table.entries().get(entry).level(),
                        call.ordinal());
            }
        }
        return new OrderDifference(Kind.EXTRA, call.function(), null, call.ordinal());
    }
}
