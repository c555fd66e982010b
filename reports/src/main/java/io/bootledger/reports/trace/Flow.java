package io.bootledger.reports.trace;

import java.util.List;

/**
 * Arrows from slice to slice.
 *
 * @param through two or more, in the order of their times
 * @param name what leads from one to the next
 */
record Flow(String name, List<Step> through) {
    /**
     * Where an arrow touches a slice.
     *
     * @param timeUs a time within the slice
     */
    record Step(Slice slice, long timeUs) {
        static Step atStartOf(Slice slice) {
            return new Step(slice, slice.startUs());
        }
    }
}
