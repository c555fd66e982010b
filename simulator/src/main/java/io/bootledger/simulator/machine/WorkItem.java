package io.bootledger.simulator.machine;

/**
 * What an init function leaves to a worker or a thread beside the boot: a work item, or the self-test of an algorithm.
 *
 * @param name of the work's function or of the algorithm
 * @param takes how long it works
 */
public record WorkItem(String name, Nanos takes) {
    public WorkItem {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("work needs a name");
        }
        takes = takes == null ? Nanos.ZERO : takes;
    }
}
