package io.bootledger.reports.table;

import io.bootledger.analyzer.waits.Bounds;
import io.bootledger.analyzer.waits.CallWaits;
import io.bootledger.analyzer.waits.Wait;
import io.bootledger.reports.table.Column.Form;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an initcall or a probe needed itself, and what it waited for, in cells; in JSON these are objects. */
final class WaitColumns {
    private WaitColumns() {}

    static <T> Column<T> ownLow(Function<T, CallWaits> opened) {
        return Column.<T>number("own_low_us", row -> low(opened.apply(row).own()))
                .in(Form.TABLE);
    }

    static <T> Column<T> ownHigh(Function<T, CallWaits> opened) {
        return Column.<T>number("own_high_us", row -> high(opened.apply(row).own()))
                .in(Form.TABLE);
    }

    static <T> Column<T> waitLow(Function<T, CallWaits> opened) {
        return Column.<T>number("wait_low_us", row -> low(opened.apply(row).waited()))
                .in(Form.TABLE);
    }

    static <T> Column<T> waitHigh(Function<T, CallWaits> opened) {
        return Column.<T>number("wait_high_us", row -> high(opened.apply(row).waited()))
                .in(Form.TABLE);
    }

    static <T> Column<T> waitedFor(Function<T, CallWaits> opened) {
        return Column.<T>text("waited_for", row -> of(opened.apply(row), Wait::what))
                .in(Form.TABLE);
    }

    static <T> Column<T> waitEvidence(Function<T, CallWaits> opened) {
        return Column.<T>text("wait_evidence", row -> of(opened.apply(row), Wait::evidence))
                .in(Form.TABLE);
    }

    private static @Nullable Long low(@Nullable Bounds us) {
        return us == null ? null : Long.valueOf(us.lowUs());
    }

    private static @Nullable Long high(@Nullable Bounds us) {
        return us == null ? null : Long.valueOf(us.highUs());
    }

    /** Of the wait that can have taken most. */
    private static @Nullable Object of(CallWaits opened, Function<Wait, Object> fact) {
        Wait longest = opened.longest();
        return longest == null ? null : fact.apply(longest);
    }
}
