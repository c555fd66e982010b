package io.bootledger.traces.event.call;

import io.bootledger.traces.event.BootEvent;

/**
 * Someone waits for async work: {@code async_waiting @ 1} ({@code kernel/async.c}, {@code async_synchronize_cookie_domain}).
 */
public record AsyncWaitStarted(int pid) implements BootEvent {}
