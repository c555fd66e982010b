package io.bootledger.traces.event.call;

import io.bootledger.traces.event.BootEvent;

/**
 * A module from outside the tree, or unsigned, was loaded: {@code foo: loading out-of-tree module taints kernel.}
 */
public record ModuleTainted(String module, String reason) implements BootEvent {}
