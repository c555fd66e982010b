package io.bootledger.traces.event.call;

import io.bootledger.traces.event.BootEvent;

/**
 * A module stays loaded although its init returned a positive number: {@code do_init_module: 'led'->init suspiciously
 * returned 245, it should follow 0/-E convention}.
 */
public record ModuleInitSuspicious(String module, int returnValue) implements BootEvent {}
