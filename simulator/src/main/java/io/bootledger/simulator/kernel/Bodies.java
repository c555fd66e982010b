package io.bootledger.simulator.kernel;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the functions do that {@link Steps} comes past, by the name that the newest kernel has for them. */
final class Bodies {
    private final Map<String, Supplier<Result>> bodies = new HashMap<>();
    private final Map<String, Supplier<String>> words = new HashMap<>();
    private final Set<String> uncalled = new HashSet<>();

    /**
     * What a function of the kernel returned.
     *
     * @param value 0, or a negative errno, which ends its caller too
     * @param why what was wrong; null for nothing
     */
    record Result(int value, @Nullable String why) {
        static final Result OK = new Result(0, null);

        static Result failed(int errno, String why) {
            return new Result(-errno, why);
        }

        /** What its caller returns then, who need not say why. */
        Result passedOn() {
            return why == null ? this : new Result(value, null);
        }

        boolean fails() {
            return value < 0;
        }
    }

    /** A function that cannot fail. */
    Bodies does(String function, Runnable body) {
        return returns(function, () -> {
            body.run();
            return Result.OK;
        });
    }

    /** A function that may fail. */
    Bodies returns(String function, Supplier<Result> body) {
        bodies.put(function, body);
        return this;
    }

    /** A function that is not called this time; what its caller does instead may take time all the same. */
    Bodies leavesOut(String function, boolean leftOut) {
        if (leftOut) {
            uncalled.add(function);
        }
        return this;
    }

    /** A function of which more can be said than the table does. */
    Bodies says(String function, Supplier<String> what) {
        words.put(function, what);
        return this;
    }

    boolean calls(String function) {
        return !uncalled.contains(function);
    }

    /** Null for one without. */
    @Nullable
    Supplier<Result> of(String function) {
        return bodies.get(function);
    }

    String words(String function, String otherwise) {
        Supplier<String> what = words.get(function);
        return what == null ? otherwise : what.get();
    }
}
