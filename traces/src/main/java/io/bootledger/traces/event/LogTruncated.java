package io.bootledger.traces.event;

/**
 * The log does not hold the whole boot.
 *
 * @param reason what shows it, for people
 */
public record LogTruncated(String reason) implements BootEvent {}
