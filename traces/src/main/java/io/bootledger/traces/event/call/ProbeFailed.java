package io.bootledger.traces.event.call;

import io.bootledger.traces.event.BootEvent;

/**
 * A probe failed for good: {@code sata_mv 0000:03:00.0: probe with driver sata_mv failed with error -5}, up to 6.8
 * {@code sata_mv: probe of 0000:03:00.0 failed with error -5}.
 *
 * @param error the negative errno
 */
public record ProbeFailed(String driver, String device, int error) implements BootEvent {}
