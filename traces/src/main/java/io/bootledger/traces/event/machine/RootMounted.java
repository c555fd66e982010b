package io.bootledger.traces.event.machine;

import io.bootledger.traces.event.BootEvent;

/**
 * The root file system is mounted: {@code VFS: Mounted root (ext4 filesystem) readonly on device 179:2.}
 */
public record RootMounted(String text) implements BootEvent {}
