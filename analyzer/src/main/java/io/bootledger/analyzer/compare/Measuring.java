package io.bootledger.analyzer.compare;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.failures.Failure;
import io.bootledger.analyzer.failures.Failure.Severity;
import io.bootledger.analyzer.levels.LevelSummary;
import io.bootledger.analyzer.phases.Phase;
import io.bootledger.analyzer.probes.Deferral;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.traces.event.InitcallLevel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Takes from an analyzed boot what can be compared. */
final class Measuring {
    /** Diagnostics that forbid a comparison. */
    private static final Map<String, String> FORBIDDING = Map.of(
            "no-time-stamps", "its lines have no time stamps",
            "coarse-time-stamps", "its time stamps are whole seconds",
            "head-lost", "the beginning of the boot is lost",
            "messages-lost", "the log itself says that messages are lost",
            "initcall-lines-hidden", "its initcall lines are hidden");

    private final BootAnalysis boot;
    private final SortedMap<InitcallKey, Long> durations = new TreeMap<>();
    private final List<InitcallKey> order = new ArrayList<>();
    private final Map<InitcallKey, String> levelOf = new HashMap<>();
    private final Map<InitcallKey, Integer> returns = new HashMap<>();

    private Measuring(BootAnalysis boot) {
        this.boot = boot;
    }

    static BootMeasures of(BootAnalysis boot) {
        return new Measuring(boot).measures();
    }

    private BootMeasures measures() {
        Map<InitcallKey, Integer> seen = new HashMap<>();
        boot.timeline().initcalls().forEach(call -> call(call, seen));
        Long total = totalUs();
        return new BootMeasures(
                boot.source(),
                incomplete(total),
                boot.milestones().panic(),
                Environment.of(boot.kernel()),
                total,
                phases(),
                levels(),
                durations,
                course());
    }

    private void call(Initcall call, Map<InitcallKey, Integer> seen) {
        InitcallKey first = new InitcallKey(call.function(), call.module(), 1);
        InitcallKey key = new InitcallKey(call.function(), call.module(), seen.merge(first, 1, Integer::sum));
        if (call.durationUs() != null) {
            durations.put(key, call.durationUs());
        }
        if (call.returnValue() != null) {
            returns.put(key, call.returnValue());
        }
        if (call.module() == null) {
            order.add(key);
        }
        if (call.level() != null) {
            levelOf.put(key, call.level().toString());
        }
    }

    private @Nullable Long totalUs() {
        Long from = boot.milestones().firstUs();
        return boot.phases().stream()
                .filter(phase -> phase.kind() == Phase.Kind.AFTER_INIT)
                .map(phase -> between(from, phase.startUs()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Long between(@Nullable Long from, @Nullable Long to) {
        return from == null || to == null || to < from ? null : Long.valueOf(to - from);
    }

    private SortedMap<String, Long> phases() {
        SortedMap<String, Long> phases = new TreeMap<>();
        for (Phase phase : boot.phases()) {
            Long us = between(phase.startUs(), phase.endUs());
            if (us != null && phase.kind() != Phase.Kind.AFTER_INIT) {
                phases.put(phase.kind().toString(), us);
            }
        }
        return phases;
    }

    private SortedMap<String, Long> levels() {
        SortedMap<String, Long> levels = new TreeMap<>();
        for (LevelSummary level : boot.levels()) {
            Long us = between(level.startUs(), level.endUs());
            if (us != null && level.level() != InitcallLevel.MODULE) {
                levels.put(level.level().toString(), us);
            }
        }
        return levels;
    }

    private @Nullable String incomplete(@Nullable Long total) {
        String panic = boot.milestones().panic();
        if (panic != null) {
            return "the kernel panicked: " + panic;
        }
        return boot.diagnostics().stream()
                .map(diagnostic -> FORBIDDING.get(diagnostic.code()))
                .filter(why -> why != null)
                .findFirst()
                .orElse(total == null ? BootMeasures.NEVER_REACHED_INIT : null);
    }

    private CallCourse course() {
        TreeSet<String> failures = new TreeSet<>();
        boot.failures().stream()
                .filter(failure -> failure.severity() != Severity.ABSENT)
                .forEach(failure -> failures.add(named(failure)));
        TreeSet<String> deferred = new TreeSet<>();
        boot.accounting().deferrals().stream().map(Deferral::device).forEach(deferred::add);
        return new CallCourse(order, levelOf, returns, failures, deferred);
    }

    private static String named(Failure failure) {
        String error = failure.errno() != null
                ? " (" + failure.errno() + ")"
                : failure.returnValue() == null ? "" : " (" + failure.returnValue() + ")";
        String module = failure.module() == null ? "" : " [" + failure.module() + "]";
        return failure.kind() + " " + failure.name() + module + error;
    }
}
