package io.bootledger.traces.message;

import static io.bootledger.traces.message.MessageFields.fields;
import static io.bootledger.traces.message.Row.row;
import static io.bootledger.traces.message.Versions.between;
import static io.bootledger.traces.message.Versions.since;

import io.bootledger.traces.event.ReportedDuration;
import io.bootledger.traces.event.call.AsyncCallFinished;
import io.bootledger.traces.event.call.AsyncCallStarted;
import io.bootledger.traces.event.call.AsyncWaitFinished;
import io.bootledger.traces.event.call.AsyncWaitStarted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code kernel/async.c} prints about functions that run beside the boot. They look like initcalls, but for the cookie in
 * front of the name. From 3.10 on they need dynamic debug.
 */
final class AsyncMessages {
    static final List<Row<?>> ROWS = List.of(
            // async_run_entry_fn
            row(AsyncCallStarted.class, since("2.6.29"), "calling  %lld_%pS @ %i")
                    .read(in -> new AsyncCallStarted(in.number(0), in.symbol(1), in.integer(2)))
                    .write(event -> fields(event.cookie(), event.symbol(), event.pid()))
                    .samples(
                            "calling  1_do_populate_rootfs+0x0/0xd0 @ 9",
                            "calling  12_sd_probe_async+0x0/0x1a0 [sd_mod] @ 77"),

            // async_run_entry_fn; the value was always 0.
            row(AsyncCallFinished.class, between("2.6.29", "6.1"), "initcall %lld_%pS returned 0 after %lld usecs")
                    .read(in -> finished(in))
                    .write(event -> written(event))
                    .samples("initcall 1_do_populate_rootfs+0x0/0xd0 returned 0 after 2893 usecs"),
            row(AsyncCallFinished.class, since("6.1"), "initcall %lld_%pS returned after %lld usecs")
                    .read(in -> finished(in))
                    .write(event -> written(event))
                    .samples("initcall 1_do_populate_rootfs+0x0/0xd0 returned after 2893 usecs"),

            // async_synchronize_cookie_domain
            row(AsyncWaitStarted.class, since("2.6.29"), "async_waiting @ %i")
                    .read(in -> new AsyncWaitStarted(in.integer(0)))
                    .write(event -> fields(event.pid()))
                    .samples("async_waiting @ 1"),
            row(AsyncWaitFinished.class, since("2.6.29"), "async_continuing @ %i after %lld usec")
                    .read(in -> new AsyncWaitFinished(in.integer(0), ReportedDuration.usecs(in.number(1))))
                    .write(event -> fields(event.pid(), event.reported().value()))
                    .samples("async_continuing @ 1 after 117 usec"));

    private static AsyncCallFinished finished(MessageFields in) {
        return new AsyncCallFinished(in.number(0), in.symbol(1), ReportedDuration.usecs(in.number(2)));
    }

    private static @Nullable MessageFields written(AsyncCallFinished event) {
        return event.reported() == null
                ? null
                : fields(event.cookie(), event.symbol(), event.reported().value());
    }

    private AsyncMessages() {}
}
