package io.bootledger.cli.simulate;

import io.bootledger.simulator.steps.Step;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a task is in the middle of, by the steps that it has taken. */
final class WayTask {
    private final Map<Integer, Step> inside = new HashMap<>();
    private @Nullable Step call;
    private @Nullable Step failure;
    private String failed = "";

    void takes(Step step) {
        if (step.returned() == null) {
            inside.put(step.depth(), step);
        }
        if (step.function().equals(Step.CALL)) {
            call = step;
        } else if (step.returned() != null && step.returned() < 0 && step.of() == null) {
            failure = step;
            failed = caller(step);
        }
    }

    /** The call of an init function that it has not come back from; null for none. */
    @Nullable
    Step call() {
        return call;
    }

    void isBack() {
        call = null;
    }

    /** The function of the kernel that made it fail, and why, as far as a step has told; else by what ended. */
    String reason(Step ended) {
        String reason = failure == null ? caller(ended) + ": " + ended.does() : failed + ": " + failure.does();
        failure = null;
        return reason;
    }

    private String caller(Step step) {
        Step caller = inside.get(step.depth() - 1);
        return caller == null ? "" : caller.function();
    }
}
