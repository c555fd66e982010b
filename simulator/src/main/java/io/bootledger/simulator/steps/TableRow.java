package io.bootledger.simulator.steps;

import io.bootledger.simulator.machine.VersionRange;

/**
 * That a function of the kernel calls another one.
 *
 * @param caller the function in whose body the call stands
 * @param step the function that is called
 * @param kernels those in which it is so
 * @param like what a later version calls that does the same; the step itself where it has kept its name
 * @param does what it does, in words; empty where its callee tells it
 */
public record TableRow(String caller, String step, VersionRange kernels, String like, String does) {
    static TableRow of(String[] cells) {
        return new TableRow(
                cells[0],
                cells[1],
                VersionRange.of(cells[2], cells[3]),
                cells[4].isEmpty() ? cells[1] : cells[4],
                cells[5]);
    }
}
