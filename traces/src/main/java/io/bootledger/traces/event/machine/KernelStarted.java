package io.bootledger.traces.event.machine;

import io.bootledger.traces.event.BootEvent;

/**
 * The first words of a kernel: {@code Linux version 6.1.0-50-cloud-amd64 (debian-kernel@lists.debian.org) (gcc-12 ...) #1
 * SMP ...} ({@code init/version.c}, {@code linux_banner}).
 *
 * @param release what {@code uname -r} prints
 * @param banner the rest, from the builder on
 */
public record KernelStarted(String release, String banner) implements BootEvent {}
