package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.compare.Owners;
import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.rule.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a boot has that a budget file can name. */
final class MetricNames {
    private MetricNames() {}

    /** In microseconds, by name. */
    static Map<String, Long> durations(BootMeasures boot, Scope scope, Owners owners) {
        return switch (scope) {
            case TOTAL -> boot.totalUs() == null ? Map.of() : Map.of("total", boot.totalUs());
            case SEGMENT -> boot.segments().us();
            case PHASE -> boot.phases();
            case LEVEL -> boot.levels();
            case GAP -> boot.gaps();
            case OWNER -> owners.durations(boot);
            case INITCALL -> {
                Map<String, Long> byName = new TreeMap<>();
                boot.initcalls().forEach((key, us) -> byName.put(key.toString(), us));
                yield byName;
            }
        };
    }

    /** The rules of a budget file that name nothing these boots have: {@code budget initcall=usb_*}. */
    static List<String> unmatched(Budgets budgets, List<BootMeasures> boots, Owners owners) {
        List<String> unmatched = new ArrayList<>();
        budgets.limits().stream()
                .map(limit -> new MetricPattern(limit.scope(), limit.glob()))
                .filter(pattern -> boots.stream().noneMatch(boot -> isIn(boot, pattern, owners)))
                .forEach(pattern -> unmatched.add("budget " + pattern));
        budgets.waivers().stream()
                .map(Budgets.Waiver::metrics)
                .filter(pattern -> boots.stream().noneMatch(boot -> isIn(boot, pattern, owners)))
                .forEach(pattern -> unmatched.add("waive " + pattern));
        return List.copyOf(unmatched);
    }

    private static boolean isIn(BootMeasures boot, MetricPattern pattern, Owners owners) {
        return durations(boot, pattern.scope(), owners).keySet().stream()
                .anyMatch(name -> pattern.matches(pattern.scope(), name));
    }
}
