package io.bootledger.analyzer.failures;

import io.bootledger.analyzer.failures.Failure.Kind;
import io.bootledger.analyzer.failures.Failure.Severity;
import io.bootledger.analyzer.phases.Course;
import io.bootledger.analyzer.timeline.Errno;
import io.bootledger.analyzer.timeline.ErrnoFamily;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.call.ModuleInitSuspicious;
import io.bootledger.traces.event.call.ModuleRejected;
import io.bootledger.traces.event.machine.InitProcessFailed;
import io.bootledger.traces.event.machine.KernelOopsed;
import io.bootledger.traces.event.machine.KernelPanicked;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the kernel states in so many words: panics, oopses, init programs that cannot run, modules it does not trust. */
final class StatedFailures {
    private final Course course;
    private final NearbyLines nearby;

    private StatedFailures(Course course, NearbyLines nearby) {
        this.course = course;
        this.nearby = nearby;
    }

    static List<Failure> of(Course course, Faults faults, NearbyLines nearby) {
        StatedFailures failures = new StatedFailures(course, nearby);
        Set<Object> told = new HashSet<>();
        OopsBlocks blocks = new OopsBlocks();
        return faults.stated().stream()
                .filter(stated -> !repeated(stated, told) && !blocks.goesOn(stated))
                .map(failures::judge)
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * A second console and ramoops tell a panic once more; the kernel panics only once ({@code kernel/panic.c}, {@code panic_cpu}). A
     * watchdog tells what hangs as long as it does.
     */
    private static boolean repeated(RecordedEvent stated, Set<Object> told) {
        return stated.event() instanceof KernelPanicked panic && !told.add(panic)
                || stated.event() instanceof KernelOopsed oops
                        && StatedBug.mayRepeat(oops)
                        && !told.add(StatedBug.told(oops));
    }

    private @Nullable Failure judge(RecordedEvent stated) {
        long line = stated.origin().line();
        if (stated.event() instanceof KernelPanicked panic) {
            return failure(Kind.PANIC, panic.reason(), null, Severity.FATAL, "the kernel gave up", line);
        }
        if (stated.event() instanceof KernelOopsed oops) {
            return failure(Kind.OOPS, oops.text(), null, Severity.REAL, StatedBug.meaning(oops), line);
        }
        if (stated.event() instanceof InitProcessFailed failed) {
            return initFailed(failed, line);
        }
        if (stated.event() instanceof ModuleRejected rejected) {
            return failure(
                    Kind.MODULE, rejected.module(), null, Severity.REAL, "not loaded: " + rejected.reason(), line);
        }
        if (stated.event() instanceof ModuleInitSuspicious module) {
            return failure(
                    Kind.MODULE,
                    module.module(),
                    module.returnValue(),
                    Severity.SUSPICIOUS,
                    "its init returned a positive number: it stays loaded, and may not work",
                    line);
        }
        return null;
    }

    private Failure initFailed(InitProcessFailed failed, long line) {
        String init = course.milestones().init();
        return init == null
                ? failure(
                        Kind.INIT,
                        failed.path(),
                        failed.error(),
                        Severity.FATAL,
                        "could not be run, and nothing else ran as init",
                        line)
                : failure(
                        Kind.INIT,
                        failed.path(),
                        failed.error(),
                        Severity.SUSPICIOUS,
                        "could not be run; the kernel went on to " + init,
                        line);
    }

    private Failure failure(
            Kind kind, String name, @Nullable Integer returnValue, Severity severity, String explanation, long line) {
        String errno = returnValue == null || returnValue >= 0 ? null : Errno.nameOf(-returnValue, ErrnoFamily.GENERIC);
        String module = kind == Kind.MODULE ? name : null;
        Outcome outcome = returnValue != null && returnValue > 0 ? Outcome.POSITIVE : Outcome.FAILED;
        return new Failure(
                kind,
                name,
                module,
                returnValue,
                errno,
                outcome,
                severity,
                explanation,
                line,
                nearby.within(line, line, FailureSubject.UNKNOWN));
    }
}
