package io.bootledger.traces.event.call;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.ReportedDuration;
import org.jspecify.annotations.Nullable;

/**
 * An init function returned: {@code initcall tracer_init_tracefs+0x0/0x1b3 returned 0 after 211 usecs}
 * ({@code init/main.c}, {@code trace_initcall_finish_cb}).
 *
 * <p>2.6.22 to 2.6.25 say this in two lines, which become two events: {@code initcall 0xc03bc430: atkbd_init+0x0/0x2c()
 * returned 0.} has no duration, {@code initcall 0xc03bc430 ran for 3 msecs: atkbd_init+0x0/0x2c()} no return value.
 *
 * @param returnValue null in the {@code ran for} line
 * @param reported what the kernel says it took; null where it does not say
 */
public record InitcallFinished(
        InitcallSymbol symbol,
        @Nullable Integer returnValue,
        @Nullable ReportedDuration reported) implements BootEvent {}
