package io.bootledger.analyzer.compare.measure;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.failures.Failure;
import io.bootledger.analyzer.failures.Failure.Severity;
import io.bootledger.analyzer.levels.LevelSummary;
import io.bootledger.analyzer.phases.Phase;
import io.bootledger.analyzer.probes.Deferral;
import io.bootledger.analyzer.reading.Diagnostic;
import io.bootledger.analyzer.reading.LogLack;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.traces.event.InitcallLevel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes from an analyzed boot what can be compared. */
final class Measuring {
    /** What a log must not lack to be compared. */
    private static final Map<String, String> FORBIDDING = Map.of(
            LogLack.NO_TIME_STAMPS.code(), "its lines have no time stamps",
            LogLack.COARSE_TIME_STAMPS.code(), "its time stamps are whole seconds",
            LogLack.HEAD_LOST.code(), "the beginning of the boot is lost",
            LogLack.MESSAGES_LOST.code(), "the log itself says that messages are lost",
            LogLack.INITCALL_LINES_HIDDEN.code(), "its initcall lines are hidden");

    private final BootAnalysis boot;

    private Measuring(BootAnalysis boot) {
        this.boot = boot;
    }

    static BootSummary of(BootAnalysis boot) {
        return new Measuring(boot).summary();
    }

    private BootSummary summary() {
        Long total = boot.totalUs();
        return new BootSummary(
                boot.source(),
                boot.kernel().release(),
                incomplete(total),
                died(total),
                Environment.of(boot),
                total,
                phases(),
                levels(),
                gaps(),
                Segments.of(boot.axis()),
                CallColumns.of(boot.timeline().initcalls()),
                failures(),
                deferred(),
                boot.reading().malformed());
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

    /** What of a level, and before process 1 calls the first, is in no initcall. */
    private SortedMap<String, Long> gaps() {
        SortedMap<String, Long> gaps = new TreeMap<>();
        for (LevelSummary level : boot.levels()) {
            Long us = between(level.startUs(), level.endUs());
            if (us != null && level.level() != InitcallLevel.MODULE) {
                gaps.put(level.level().toString(), Math.max(0, us - level.durationUs()));
            }
        }
        boot.levels().stream()
                .filter(level -> level.level() != InitcallLevel.CONSOLE && level.level() != InitcallLevel.MODULE)
                .flatMap(level -> Stream.ofNullable(level.startUs()))
                .min(Comparator.naturalOrder())
                .flatMap(first -> Optional.ofNullable(between(boot.milestones().firstUs(), first))
                        .map(us -> us - consoleUs(first)))
                .ifPresent(us -> gaps.put(BootMeasures.BEFORE_PID1, us));
        return gaps;
    }

    /** Of the consoles' level before then, which has its own metrics. */
    private long consoleUs(long beforeUs) {
        long us = 0;
        for (LevelSummary level : boot.levels()) {
            Long end = level.endUs();
            Long took = between(level.startUs(), end);
            if (level.level() == InitcallLevel.CONSOLE && took != null && end != null && end <= beforeUs) {
                us += took;
            }
        }
        return us;
    }

    /** A panic, or an initcall in which the boot hangs; a log that only breaks off proves neither. */
    private @Nullable String died(@Nullable Long total) {
        String panic = boot.milestones().panic();
        return panic != null || total != null ? panic : hung().orElse(null);
    }

    private Optional<String> hung() {
        return boot.failures().stream()
                .filter(failure -> failure.severity() == Severity.FATAL && failure.outcome() == Outcome.UNFINISHED)
                .map(failure -> failure.name() + ": " + failure.explanation())
                .findFirst();
    }

    private @Nullable String incomplete(@Nullable Long total) {
        String panic = boot.milestones().panic();
        if (panic != null) {
            return "the kernel panicked: " + panic;
        }
        String died = died(total);
        if (died != null) {
            return died;
        }
        return boot.diagnostics().stream()
                .map(diagnostic -> FORBIDDING.get(diagnostic.code()))
                .filter(why -> why != null)
                .findFirst()
                .orElse(total == null ? withoutTotal() : null);
    }

    private String withoutTotal() {
        String cut = boot.diagnostics().stream()
                .filter(diagnostic -> diagnostic.code().equals(Diagnostic.CUT))
                .map(Diagnostic::text)
                .findFirst()
                .orElse(null);
        if (cut != null) {
            return cut;
        }
        return boot.milestones().reachedInit()
                ? "its log does not say when init ran"
                : BootMeasures.NO_SIGN_OF_INIT
                        + endedInside()
                                .map(call -> ", which ends inside " + call)
                                .orElse("");
    }

    /** The call of the boot's one thread that the log breaks off in: nobody knows whether it would have returned. */
    private Optional<String> endedInside() {
        List<Initcall> calls = boot.timeline().initcalls();
        return boot.timeline().troubled().stream()
                .filter(call -> call.outcome() == Outcome.UNFINISHED && call.module() == null)
                .filter(call -> call.ordinal() == calls.size())
                .map(Initcall::function)
                .findFirst();
    }

    private SortedSet<FailureKey> failures() {
        return boot.failures().stream()
                .filter(failure -> failure.severity() != Severity.ABSENT && !returnIsLost(failure))
                .map(FailureKey::of)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is built in runs in one thread: where the boot went on it did return, and only the line is missing. */
    private boolean returnIsLost(Failure failure) {
        return boot.totalUs() != null
                && failure.kind() == Failure.Kind.INITCALL
                && failure.outcome() == Outcome.UNFINISHED
                && failure.module() == null;
    }

    private SortedSet<String> deferred() {
        return boot.accounting().deferrals().stream()
                .map(Deferral::device)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
