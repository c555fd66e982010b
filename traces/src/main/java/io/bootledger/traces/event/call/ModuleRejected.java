package io.bootledger.traces.event.call;

import io.bootledger.traces.event.BootEvent;

/**
 * A module was not loaded: {@code foo: version magic '6.1.0' should be '6.1.0-50'},
 * {@code foo: disagrees about version of symbol module_layout}.
 */
public record ModuleRejected(String module, String reason) implements BootEvent {}
