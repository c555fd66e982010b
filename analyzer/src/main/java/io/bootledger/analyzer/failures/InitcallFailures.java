package io.bootledger.analyzer.failures;

import io.bootledger.analyzer.failures.Failure.Kind;
import io.bootledger.analyzer.failures.Failure.Severity;
import io.bootledger.analyzer.phases.Course;
import io.bootledger.analyzer.reading.CommandLine;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Timeline;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Initcalls that failed, misbehaved or never returned. */
final class InitcallFailures {
    /** How many calls to look for one of the same task: enough for any boot, and an end for a log full of lost returns. */
    private static final int LATER = 2_000;

    private final Course course;
    private final Faults faults;
    private final CommandLine words;
    private final NearbyLines nearby;
    private final List<Initcall> calls;

    private InitcallFailures(Timeline timeline, Course course, Faults faults, CommandLine words, NearbyLines nearby) {
        this.course = course;
        this.faults = faults;
        this.words = words;
        this.nearby = nearby;
        this.calls = timeline.initcalls();
    }

    static List<Failure> of(Timeline timeline, Course course, Faults faults, CommandLine words, NearbyLines nearby) {
        InitcallFailures failures = new InitcallFailures(timeline, course, faults, words, nearby);
        List<Failure> found = new ArrayList<>();
        for (Initcall call : timeline.troubled()) {
            switch (call.outcome()) {
                case UNFINISHED -> failures.unfinished(call).ifPresent(found::add);
                case FAILED, ABSENT -> found.add(failures.failed(call));
                default -> {
                    if (call.misbehaved() != null) {
                        found.add(failures.misbehaved(call));
                    }
                }
            }
        }
        return found;
    }

    private static int pid(Initcall call) {
        return call.pid() == null ? 1 : call.pid();
    }

    /** Nothing for a call that a log breaks off in: of that nobody knows whether it would have returned. */
    private Optional<Failure> unfinished(Initcall call) {
        if (wentOn(call, call.level() == InitcallLevel.MODULE)) {
            return Optional.of(unfinished(
                    call, Severity.SUSPICIOUS, "its return is not in the log, yet its task went on: the line is lost"));
        }
        String fatal = course.milestones().panic() != null
                ? "the kernel panicked before it returned"
                : Hang.evidence(
                        faults, call.line(), call.startUs(), course.milestones().lastUs());
        return Optional.ofNullable(fatal).map(words -> unfinished(call, Severity.FATAL, words));
    }

    private Failure unfinished(Initcall call, Severity severity, String explanation) {
        RecordedEvent fault = severity == Severity.FATAL ? Hang.fault(faults, call.line()) : null;
        return failure(
                call,
                severity,
                explanation,
                fault == null ? nearby.since(call.line()) : List.of(ErrorLine.shown(fault)));
    }

    private boolean wentOn(Initcall call, boolean module) {
        boolean later = calls.subList(call.ordinal(), Math.min(calls.size(), call.ordinal() + LATER)).stream()
                .anyMatch(next -> pid(next) == pid(call));
        return later || !module && course.initcallsOver();
    }

    private Failure failed(Initcall call) {
        long end = call.endLine() == null ? call.line() : call.endLine();
        FailureSubject subject = FailureSubject.of(call.pid(), call.module(), call.function());
        ErrorMeaning known = KnownErrors.verdict(call, words);
        ErrorMeaning verdict = known == null ? asked(call, ErrorMeaning.on(call.errno())) : known;
        return failure(call, verdict.severity(), verdict.meaning(), nearby.within(call.line(), end, subject));
    }

    /** Absent hardware that nobody asked for is nothing to look at; that a word of the command line is about, is. */
    private ErrorMeaning asked(Initcall call, ErrorMeaning verdict) {
        String word = verdict.severity() == Severity.ABSENT ? wordAbout(call) : null;
        return word == null
                ? verdict
                : new ErrorMeaning(Severity.SUSPICIOUS, "the command line has " + word + ", but " + verdict.meaning());
    }

    /** A parameter of the module, or of built-in code whose functions begin with its name. */
    private @Nullable String wordAbout(Initcall call) {
        for (String word : words.words()) {
            int dot = word.indexOf('.');
            int equals = word.indexOf('=');
            if (dot > 0 && (equals < 0 || dot < equals)) {
                String module = word.substring(0, dot).replace('-', '_');
                if (module.equals(call.module())
                        || call.module() == null && call.function().startsWith(module + "_")) {
                    return word;
                }
            }
        }
        return null;
    }

    private Failure misbehaved(Initcall call) {
        return failure(
                call, Severity.REAL, "the kernel had to repair what it left behind: " + call.misbehaved(), List.of());
    }

    private static Failure failure(Initcall call, Severity severity, String explanation, List<Failure.Nearby> nearby) {
        return new Failure(
                Kind.INITCALL,
                call.function(),
                call.module(),
                call.returnValue(),
                call.errno(),
                call.outcome(),
                severity,
                explanation,
                Objects.requireNonNullElse(call.endLine(), call.line()),
                nearby);
    }
}
