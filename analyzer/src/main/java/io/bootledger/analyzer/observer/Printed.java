package io.bootledger.analyzer.observer;

/**
 * What the kernel printed until it handed over to user space, or as far as the log goes.
 *
 * @param messages records
 * @param bytes their length on a console, stamp and line end included
 */
public record Printed(long messages, long bytes) {}
