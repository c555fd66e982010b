package io.bootledger.traces.event.call;

import io.bootledger.traces.event.BootEvent;
import org.jspecify.annotations.Nullable;

/**
 * A device still waits for a supplier when the timeout fires:
 * {@code platform 88e3000.phy: deferred probe pending: platform: supplier 0-004f not ready}
 * ({@code drivers/base/dd.c}, {@code deferred_probe_timeout_work_func}).
 *
 * @param device bus or driver, and device, as printed before the colon: {@code platform 88e3000.phy}
 * @param reason null before 6.8, which prints none
 */
public record DeferredProbePending(String device, @Nullable String reason) implements BootEvent {}
