package io.bootledger.reports.text;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.reports.Durations;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The probes that took longest, and what deferring cost. */
final class ProbeSection {
    private static final int SHOWN = 5;

    private record Deferrals(int count, long costUs) {
        Deferrals plus(Deferrals other) {
            return new Deferrals(count + other.count, costUs + other.costUs);
        }
    }

    static void write(BootAnalysis boot, Page page) {
        List<Probe> probes = boot.timeline().probes();
        if (probes.isEmpty()) {
            return;
        }
        page.title("Slowest probes");
        page.table(slowest(probes));
        page.note(Words.counted(probes.size(), "probe", "probes") + " together: "
                + Durations.exactMillis(
                        probes.stream().mapToLong(ProbeSection::durationUs).sum()) + " ms."
                + deferrals(probes));
    }

    private static Table slowest(List<Probe> probes) {
        Table table =
                new Table().right("ms").elastic("device").elastic("driver").left("returned");
        probes.stream()
                .sorted(Comparator.comparingLong(ProbeSection::durationUs).reversed())
                .limit(SHOWN)
                .forEach(probe -> table.row(
                        Cell.of(probe.durationUs() == null ? "unknown" : Durations.exactMillis(durationUs(probe))),
                        Cell.of(probe.device()),
                        Cell.of(probe.driver() == null ? "" : probe.driver()),
                        Words.returned(probe.returnValue(), probe.errno(), probe.outcome())));
        return table;
    }

    private static String deferrals(List<Probe> probes) {
        Map<String, Deferrals> byDevice = new LinkedHashMap<>();
        probes.stream()
                .filter(probe -> probe.outcome() == Outcome.DEFERRED)
                .forEach(probe -> byDevice.merge(probe.device(), new Deferrals(1, durationUs(probe)), Deferrals::plus));
        Deferrals all = byDevice.values().stream().reduce(new Deferrals(0, 0), Deferrals::plus);
        return all.count() == 0
                ? " None was deferred."
                : " " + Words.counted(all.count(), "deferral", "deferrals") + " cost "
                        + Durations.exactMillis(all.costUs()) + " ms: " + costliest(byDevice);
    }

    private static String costliest(Map<String, Deferrals> byDevice) {
        Comparator<Map.Entry<String, Deferrals>> byCost =
                Comparator.comparingLong(entry -> -entry.getValue().costUs());
        String named = String.join(
                ", ",
                byDevice.entrySet().stream()
                        .sorted(byCost)
                        .limit(SHOWN)
                        .map(entry -> entry.getKey() + " ×" + entry.getValue().count())
                        .toList());
        int rest = byDevice.size() - SHOWN;
        return named + (rest > 0 ? " and " + Words.counted(rest, "device", "devices") + " more." : ".");
    }

    private static long durationUs(Probe probe) {
        Long duration = probe.durationUs();
        return duration == null ? 0 : duration;
    }

    private ProbeSection() {}
}
