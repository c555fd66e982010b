package io.bootledger.traces.event;

/**
 * A line looks like one of ours and cannot be read: cut, interleaved, or of a dialect not seen before.
 *
 * @param why what was expected, for people
 */
public record MessageNotUnderstood(LogText text, String why) implements BootEvent {}
