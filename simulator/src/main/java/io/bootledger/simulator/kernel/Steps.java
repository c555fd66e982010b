package io.bootledger.simulator.kernel;

import io.bootledger.simulator.kernel.Bodies.Result;
import io.bootledger.simulator.machine.Ktime;
import io.bootledger.simulator.steps.Step;
import io.bootledger.simulator.steps.StepTable;
import io.bootledger.simulator.steps.TableRow;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes threads through the functions of the kernel in the order of its version ({@link StepTable}), and tells each step. The
 * table says who calls whom; {@link Bodies} say what that does.
 */
final class Steps {
    private final StepTable table;
    private final Ktime ktime;
    private final @Nullable Consumer<Step> told;

    /** @param told takes the steps as they happen; null for nobody, which saves telling them */
    Steps(StepTable table, Ktime ktime, @Nullable Consumer<Step> told) {
        this.table = table;
        this.ktime = ktime;
        this.told = told;
    }

    /** Calls what a function calls, until one fails. */
    Result call(KernelThread thread, String caller, Bodies bodies) {
        for (TableRow row : table.calls(caller)) {
            Result result = step(thread, row, bodies);
            if (result.fails()) {
                return result;
            }
        }
        return Result.OK;
    }

    private Result step(KernelThread thread, TableRow row, Bodies bodies) {
        Supplier<Result> body = bodies.of(row.like());
        if (row.does().isEmpty() || !bodies.calls(row.like())) {
            return body == null ? Result.OK : body.get();
        }
        enter(thread, row.step(), null, () -> bodies.words(row.like(), row.does()));
        Result result = body == null ? call(thread, row.step(), bodies) : body.get();
        if (result.why() != null) {
            returned(thread, null, result.why(), result.value());
        }
        thread.leave();
        return result.passedOn();
    }

    /** Tells a function that something is called in, until {@link KernelThread#leave}. */
    void enter(KernelThread thread, String function, @Nullable String of, Supplier<String> does) {
        if (told != null) {
            put(thread, function, of, does.get(), null);
        }
        thread.enter();
    }

    /** Tells a step of one of the table's functions, if the version takes it. */
    void tell(KernelThread thread, String caller, String like, @Nullable String of, @Nullable String does) {
        if (told != null) {
            for (TableRow row : table.calls(caller)) {
                if (row.like().equals(like)) {
                    put(thread, row.step(), of, does == null ? row.does() : does, null);
                }
            }
        }
    }

    /** Tells a step that nothing follows within. */
    void tell(KernelThread thread, String function, @Nullable String of, String does) {
        put(thread, function, of, does, null);
    }

    /** Tells that the thread never comes back. */
    ThreadStopped hang(KernelThread thread, String of, String does) {
        tell(thread, Step.HANG, of, does);
        return ThreadStopped.hanging(of + " " + does);
    }

    /** Tells what the function returns that the thread is in. */
    void returned(KernelThread thread, @Nullable String of, String does, int value) {
        put(thread, Step.RETURN, of, does, value);
    }

    private void put(
            KernelThread thread, String function, @Nullable String of, String does, @Nullable Integer returned) {
        if (told != null) {
            Step step = new Step(
                    ktime.stamp(thread.now()) / 1_000, thread.pid(), thread.depth(), function, of, does, returned);
            thread.act(() -> told.accept(step));
        }
    }
}
