package io.bootledger.reports.table;

import io.bootledger.analyzer.axis.AxisLedger;
import io.bootledger.analyzer.axis.AxisLedger.Entry;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the ledger of the whole as a row, whose order a table does not keep.
 *
 * @param ordinal its place, from 1
 */
public record OrdinalEntry(int ordinal, Entry entry) {
    static List<OrdinalEntry> of(@Nullable AxisLedger ledger) {
        return ledger == null
                ? List.of()
                : IntStream.range(0, ledger.entries().size())
                        .mapToObj(place ->
                                new OrdinalEntry(place + 1, ledger.entries().get(place)))
                        .toList();
    }
}
