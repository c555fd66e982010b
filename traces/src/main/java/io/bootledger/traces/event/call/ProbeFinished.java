package io.bootledger.traces.event.call;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.ReportedDuration;
import org.jspecify.annotations.Nullable;

/**
 * A driver was tried on a device: {@code probe of 0000:00:1f.2 returned 0 after 1893 usecs} ({@code drivers/base/dd.c},
 * {@code really_probe_debug}; 4.17 and later). Up to 5.11 1 means bound and 0 declined; later 0 means bound and a positive
 * number is the errno of the driver's probe function.
 *
 * @param driver null except in vendor dialects that name it
 * @param returnValue null in 4.15, which times only the deferred probes and does not say what they returned:
 *     {@code deferred probe 1c28000.serial returned after 1043 usecs}
 */
public record ProbeFinished(
        String device, @Nullable String driver, @Nullable Integer returnValue, ReportedDuration reported)
        implements BootEvent {}
