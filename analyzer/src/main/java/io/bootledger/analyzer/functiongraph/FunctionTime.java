package io.bootledger.analyzer.functiongraph;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a function took itself, wherever it was called.
 *
 * @param function its name
 * @param calls how many returned
 * @param selfNs nanoseconds that they took, without what they called
 */
public record FunctionTime(String function, long calls, long selfNs) {
    /** The functions of some stacks, the largest first. */
    static List<FunctionTime> of(String outermost, List<FunctionStack> stacks) {
        Map<String, FunctionTime> byFunction = new LinkedHashMap<>();
        for (FunctionStack stack : stacks) {
            List<String> functions = stack.functions();
            String function = functions.isEmpty() ? outermost : functions.get(functions.size() - 1);
            byFunction.merge(function, new FunctionTime(function, stack.calls(), stack.selfNs()), FunctionTime::plus);
        }
        return byFunction.values().stream()
                .sorted(Comparator.comparingLong(FunctionTime::selfNs)
                        .reversed()
                        .thenComparing(FunctionTime::function))
                .toList();
    }

    private static FunctionTime plus(FunctionTime one, FunctionTime other) {
        return new FunctionTime(one.function, one.calls + other.calls, one.selfNs + other.selfNs);
    }
}
