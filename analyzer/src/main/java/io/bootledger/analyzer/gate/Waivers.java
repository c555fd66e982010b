package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.gate.Budgets.Waiver;
import java.util.List;

/** Takes accepted slowdowns out of what fails. */
final class Waivers {
    private final List<Waiver> waivers;

    Waivers(List<Waiver> waivers) {
        this.waivers = waivers;
    }

    Metric apply(Metric metric) {
        return metric.status() == Status.REGRESSED && waivers.stream().anyMatch(waiver -> accepts(waiver, metric))
                ? metric.with(Status.WAIVED)
                : metric;
    }

    private static boolean accepts(Waiver waiver, Metric metric) {
        return waiver.scope() == metric.scope()
                && Glob.of(waiver.glob()).matches(metric.id())
                && (waiver.maxShiftUs() == null || metric.shiftUs() <= waiver.maxShiftUs());
    }
}
