package io.bootledger.traces.event;

/**
 * The log holds a message that says nothing about initcalls or phases.
 */
public record MessageLogged(LogText text) implements BootEvent {}
