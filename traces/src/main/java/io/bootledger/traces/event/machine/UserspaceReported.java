package io.bootledger.traces.event.machine;

import io.bootledger.traces.event.BootEvent;

/**
 * User space says how far it is: {@code systemd[1]: Startup finished in 4.446s (kernel) + 9.1s (userspace) = 13.546s.},
 * {@code systemd[1]: systemd 252.38-1~deb12u1 running in system mode}, sysvinit's {@code INIT: version 2.86 booting}.
 */
public record UserspaceReported(String text) implements BootEvent {}
