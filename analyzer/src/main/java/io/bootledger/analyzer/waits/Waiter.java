package io.bootledger.analyzer.waits;

import io.bootledger.analyzer.timeline.CauseEvidence;

/**
 * An init function of which is known whether it waits.
 *
 * @param kernels those that hold it, and wait there
 * @param lowPercent the least share of what the lines allow that is the wait; 0 where the evidence carries no lower bound
 * @param word how surely; {@code unknown} of one that is known for what it does itself, so that nothing is claimed of it
 * @param source where the kernel waits: file and function
 */
record Waiter(KernelRange kernels, int lowPercent, CauseEvidence word, String source) {
    boolean waits() {
        return word != CauseEvidence.UNKNOWN;
    }
}
