package io.bootledger.traces.event.call;

import io.bootledger.traces.event.BootEvent;

/**
 * The kernel tells why it puts a probe off:
 * {@code platform regulator-usb-h1-vbus: error -EPROBE_DEFER: supplier 20b4000.gpio not ready} ({@code drivers/base/core.c},
 * {@code dev_err_probe}). From 5.9 on, with dynamic debug of that file.
 *
 * @param device bus or driver, and device, as printed before the colon: {@code platform regulator-usb-h1-vbus}
 * @param reason as printed
 */
public record DeferralExplained(String device, String reason) implements BootEvent {}
