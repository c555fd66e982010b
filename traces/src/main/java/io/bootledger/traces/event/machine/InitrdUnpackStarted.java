package io.bootledger.traces.event.machine;

import io.bootledger.traces.event.BootEvent;

/**
 * The initramfs is being unpacked: {@code Trying to unpack rootfs image as initramfs...}, {@code Unpacking initramfs...}.
 */
public record InitrdUnpackStarted(String text) implements BootEvent {}
