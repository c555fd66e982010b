package io.bootledger.analyzer.waits;

import io.bootledger.analyzer.timeline.CauseEvidence;

/**
 * An init function that is known to wait.
 *
 * @param kernels those that hold it, and wait there
 * @param lowPercent the least share of what the lines allow that is the wait; 0 where the evidence carries no lower bound
 * @param source where the kernel waits: file and function
 */
record Waiter(KernelRange kernels, int lowPercent, CauseEvidence word, String source) {}
