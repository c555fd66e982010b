package io.bootledger.reports.text;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.reports.AccountedProbe;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.text.page.Cell;
import io.bootledger.reports.text.page.Ink;
import io.bootledger.reports.text.page.Page;
import io.bootledger.reports.text.page.TextTable;
import io.bootledger.reports.text.page.Wording;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The probes that took longest themselves, and what each ran inside. */
final class ProbeSection {
    private static final int SHOWN = 4;

    static void write(BootAnalysis boot, Page page) {
        List<AccountedProbe> probes = AccountedProbe.of(boot);
        if (probes.isEmpty()) {
            return;
        }
        page.title("Slowest probes");
        page.table(slowest(boot, probes));
        page.note(Wording.counted(probes.size(), "probe", "probes") + " together: "
                + DurationText.exactMillis(
                        probes.stream().mapToLong(ProbeSection::selfUs).sum()) + " ms."
                + (boot.accounting().deferrals().isEmpty() ? " None was deferred." : ""));
    }

    private static TextTable slowest(BootAnalysis boot, List<AccountedProbe> probes) {
        Map<Integer, Initcall> calls =
                boot.timeline().initcalls().stream().collect(Collectors.toMap(Initcall::ordinal, Function.identity()));
        TextTable table = new TextTable()
                .right("self ms")
                .right("with nested")
                .elastic("device")
                .elastic("driver")
                .elastic("inside")
                .left("returned");
        probes.stream()
                .sorted(Comparator.comparingLong(ProbeSection::selfUs).reversed())
                .limit(SHOWN)
                .forEach(each -> row(table, each, inside(each, probes, calls)));
        return table;
    }

    private static void row(TextTable table, AccountedProbe accounted, String inside) {
        Probe probe = accounted.probe();
        table.row(
                Wording.millis(accounted.selfUs(), accounted.doubt() != null),
                Wording.inclusive(accounted.selfUs(), probe.durationUs()),
                Cell.of(probe.device()),
                Cell.of(probe.driver() == null ? "" : probe.driver()),
                Cell.of(inside, Ink.FAINT),
                Wording.returned(probe.returnValue(), probe.errno(), probe.outcome()));
    }

    private static String inside(AccountedProbe probe, List<AccountedProbe> probes, Map<Integer, Initcall> calls) {
        Integer outer = probe.insideProbe();
        if (outer != null) {
            return "probe of " + probes.get(outer - 1).probe().device() + doubt(probe);
        }
        if (probe.insideInitcall() == null) {
            return "";
        }
        return Wording.name(Objects.requireNonNull(calls.get(probe.insideInitcall()))) + doubt(probe);
    }

    private static String doubt(AccountedProbe probe) {
        return probe.certain() ? "" : " ?";
    }

    private static long selfUs(AccountedProbe probe) {
        @Nullable Long self = probe.selfUs();
        return self == null ? 0 : self;
    }

    private ProbeSection() {}
}
