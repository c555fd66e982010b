package io.bootledger.traces.event;

/**
 * The log says that messages are missing: {@code ** 27 printk messages dropped **}, or a gap in the sequence numbers of
 * {@code /dev/kmsg}.
 */
public record MessagesLost(long count) implements BootEvent {}
