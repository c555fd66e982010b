package io.bootledger.analyzer.replay;

import io.bootledger.analyzer.timeline.AsyncCall;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.analyzer.timeline.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is running. A task runs one initcall at a time: one that called the next has left the one before, and the line that
 * says so is missing.
 */
final class RunningCalls {
    private final @Nullable Long nowUs;
    private final List<RunningCall> running = new ArrayList<>();

    private RunningCalls(@Nullable Long nowUs) {
        this.nowUs = nowUs;
    }

    /** The latest begun first: where calls run inside each other, that is the innermost. */
    static List<RunningCall> of(Timeline timeline, boolean initRuns, @Nullable Long nowUs) {
        RunningCalls calls = new RunningCalls(nowUs);
        Map<String, Initcall> latest = new HashMap<>();
        timeline.initcalls().forEach(call -> latest.put(lane(call), call));
        latest.values().stream()
                .filter(call -> call.outcome() == Outcome.UNFINISHED && !(initRuns && call.module() == null))
                .forEach(calls::add);
        timeline.asyncCalls().stream()
                .filter(call -> call.endUs() == null && call.durationUs() == null)
                .forEach(calls::add);
        calls.running.sort(Comparator.comparingLong(RunningCall::line).reversed());
        return List.copyOf(calls.running);
    }

    /** The task; where the log does not tell, the boot thread for what is built in, and the module. */
    private static String lane(Initcall call) {
        return call.pid() != null ? call.pid().toString() : Objects.requireNonNullElse(call.module(), "boot thread");
    }

    private void add(Initcall call) {
        running.add(new RunningCall(
                RunningCall.Kind.INITCALL,
                call.function(),
                call.module(),
                call.level(),
                call.pid(),
                call.startUs(),
                since(call.startUs()),
                call.line()));
    }

    private void add(AsyncCall call) {
        running.add(new RunningCall(
                RunningCall.Kind.ASYNC,
                call.function(),
                null,
                null,
                call.pid(),
                call.startUs(),
                since(call.startUs()),
                call.line()));
    }

    private @Nullable Long since(@Nullable Long startUs) {
        return startUs == null || nowUs == null ? null : Long.valueOf(Math.max(0, nowUs - startUs));
    }
}
