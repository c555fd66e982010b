package io.bootledger.traces.store;

/**
 * By what a boot's file that is no longer the one it was is told without reading it. Who takes care can give other bytes the same
 * mark; {@link FileEventStore#verify} alone tells these.
 *
 * @param bytes its size
 * @param modifiedNs when it was last written, since 1970 in UTC, as finely as the file system keeps it
 */
public record FileMark(long bytes, long modifiedNs) {}
