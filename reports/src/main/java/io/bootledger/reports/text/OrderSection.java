package io.bootledger.reports.text;

import io.bootledger.analyzer.levels.OrderComparison;
import io.bootledger.analyzer.levels.OrderDifference;
import io.bootledger.analyzer.levels.OrderDifference.Kind;
import io.bootledger.reports.text.page.Cell;
import io.bootledger.reports.text.page.Ink;
import io.bootledger.reports.text.page.Page;
import io.bootledger.reports.text.page.TextTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a boot ran beside what its kernel's symbol table holds. */
public final class OrderSection {
    public static void write(@Nullable OrderComparison order, Page page) {
        if (order == null) {
            return;
        }
        boolean equal = order.differences().isEmpty();
        page.paragraph("", summary(order, equal) + ends(order), equal ? Ink.GOOD : Ink.CAREFUL);
        if (!equal) {
            page.table(table(order));
        }
    }

    private static String summary(OrderComparison order, boolean equal) {
        String share = order.matched() + " of " + order.calls();
        return equal
                ? "order equals the symbol table's: " + share
                        + (order.before() + order.after() == 0 ? ", none missing, none extra" : "")
                : "order differs from the symbol table's: " + share + " in link order, "
                        + order.count(Kind.OUT_OF_ORDER) + " out of it, " + order.count(Kind.MISSING) + " missing, "
                        + order.count(Kind.EXTRA) + " extra";
    }

    /** The log may hold a part of the boot: what lies outside of it is not missing. */
    private static String ends(OrderComparison order) {
        List<String> parts = new ArrayList<>();
        if (order.before() > 0) {
            parts.add(order.before() + " before this log");
        }
        if (order.after() > 0) {
            parts.add(order.after() + " after it");
        }
        return parts.isEmpty() ? "" : "; the table has " + String.join(", ", parts);
    }

    private static TextTable table(OrderComparison order) {
        TextTable table =
                new TextTable().left("").right("#").elastic("function").left("level");
        for (OrderDifference difference : order.differences()) {
            table.row(
                    Cell.of(word(difference.kind()), Ink.CAREFUL),
                    Cell.of(
                            difference.ordinal() == null
                                    ? ""
                                    : difference.ordinal().toString()),
                    Cell.of(difference.function()),
                    Cell.of(difference.level() == null ? "" : difference.level().toString()));
        }
        return table;
    }

    private static String word(Kind kind) {
        return switch (kind) {
            case OUT_OF_ORDER -> "out of order";
            case MISSING -> "missing";
            case EXTRA -> "extra";
        };
    }

    private OrderSection() {}
}
