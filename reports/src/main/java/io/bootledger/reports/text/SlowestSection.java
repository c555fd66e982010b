package io.bootledger.reports.text;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.reports.AccountedInitcall;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.text.page.Cell;
import io.bootledger.reports.text.page.Page;
import io.bootledger.reports.text.page.TextTable;
import io.bootledger.reports.text.page.Wording;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The initcalls that took longest themselves, modules among them; what the probes inside took stands beside. */
public final class SlowestSection {
    private static final int SHOWN = 8;
    private static final int BESIDE_OWNER = 62;

    public static void write(BootAnalysis boot, Page page) {
        List<AccountedInitcall> timed = AccountedInitcall.of(boot).stream()
                .filter(each -> each.selfUs() != null)
                .toList();
        if (!timed.isEmpty()) {
            page.title("Slowest initcalls");
            page.table(table(timed, page.width() - BESIDE_OWNER));
            page.note(sum(boot, timed));
        }
    }

    private static TextTable table(List<AccountedInitcall> timed, int forOwner) {
        TextTable table = new TextTable()
                .right("self ms")
                .right("with probes")
                .left("level")
                .elastic("function")
                .left("returned")
                .left("owner");
        timed.stream()
                .sorted(Comparator.comparingLong(SlowestSection::selfUs)
                        .reversed()
                        .thenComparingInt(each -> each.call().ordinal()))
                .limit(SHOWN)
                .forEach(each -> row(table, each, forOwner));
        return table;
    }

    private static void row(TextTable table, AccountedInitcall accounted, int forOwner) {
        Initcall call = accounted.call();
        table.row(
                Wording.millis(accounted.selfUs(), accounted.doubt() != null),
                Wording.inclusive(accounted.selfUs(), call.durationUs()),
                Wording.level(call),
                Cell.of(Wording.name(call)),
                Wording.returned(call.returnValue(), call.errno(), call.outcome()),
                Wording.owner(accounted.origin().owner(), forOwner));
    }

    private static String sum(BootAnalysis boot, List<AccountedInitcall> timed) {
        int all = boot.timeline().initcalls().size();
        if (boot.reading().unordered()) {
            return Wording.counted(all, "initcall", "initcalls")
                    + " in an excerpt without order, which add up to nothing.";
        }
        String count = timed.size() == all ? "" : timed.size() + " of ";
        List<AccountedInitcall> modules =
                timed.stream().filter(each -> each.call().module() != null).toList();
        return count + Wording.counted(all, "initcall", "initcalls") + ": " + DurationText.exactMillis(sumUs(timed))
                + " ms"
                + (modules.isEmpty()
                        ? "."
                        : "; " + modules.size() + " in modules: " + DurationText.exactMillis(sumUs(modules))
                                + " ms of it, beside the account.");
    }

    private static long sumUs(List<AccountedInitcall> calls) {
        return calls.stream().mapToLong(SlowestSection::selfUs).sum();
    }

    private static long selfUs(AccountedInitcall call) {
        return Objects.requireNonNull(call.selfUs());
    }

    private SlowestSection() {}
}
