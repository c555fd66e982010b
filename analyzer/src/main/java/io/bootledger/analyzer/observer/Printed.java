package io.bootledger.analyzer.observer;

/**
 * What the kernel printed until init ran.
 *
 * @param messages records
 * @param bytes their length on a console, stamp and line end included
 */
public record Printed(long messages, long bytes) {}
