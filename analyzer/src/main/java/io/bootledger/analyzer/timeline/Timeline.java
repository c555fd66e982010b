package io.bootledger.analyzer.timeline;

import java.util.List;

/**
 * What ran when.
 *
 * @param initcalls in call order
 * @param blacklisted initcalls the kernel skipped, in order
 * @param probes in the order in which they ended
 * @param asyncCalls in the order in which they began
 */
public record Timeline(
        List<Initcall> initcalls, List<Blacklisted> blacklisted, List<Probe> probes, List<AsyncCall> asyncCalls) {
    /** The initcalls that did not simply return 0. */
    public List<Initcall> troubled() {
        return initcalls instanceof InitcallList calls
                ? calls.troubled()
                : initcalls.stream().filter(call -> !call.isFine()).toList();
    }

    /** The same timeline with its initcalls placed at levels. */
    public Timeline with(List<Initcall> placed) {
        return new Timeline(placed, blacklisted, probes, asyncCalls);
    }
}
