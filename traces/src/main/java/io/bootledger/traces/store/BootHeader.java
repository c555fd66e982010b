package io.bootledger.traces.store;

import io.bootledger.traces.stream.EventsHeader;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a store says of a boot without reading its events.
 *
 * @param id its name
 * @param origin where it came from
 * @param kernel what {@code uname -r} printed; null where the log has no banner
 * @param machine what the firmware or device tree calls the machine; null where the log does not say
 * @param commandLine of the kernel; null where the log does not hold it
 * @param events how many there are
 */
public record BootHeader(
        BootId id,
        BootOrigin origin,
        @Nullable String kernel,
        @Nullable String machine,
        @Nullable String commandLine,
        long events) {

    public EventsHeader line() {
        return new EventsHeader(
                EventsHeader.SCHEMA,
                origin.log(),
                id.hex(),
                origin.number(),
                kernel,
                machine,
                commandLine,
                events,
                origin.tags(),
                null);
    }

    /** Null when the line says nothing of a boot in a store. */
    public static @Nullable BootHeader of(EventsHeader line) {
        if (line.boot() == null
                || !BootId.isId(line.boot())
                || line.number() == null
                || line.events() == null
                || line.number() < 1
                || line.events() < 0) {
            return null;
        }
        return new BootHeader(
                new BootId(line.boot()),
                new BootOrigin(line.log(), line.number(), line.tags() == null ? new TreeMap<>() : line.tags()),
                line.kernel(),
                line.machine(),
                line.commandLine(),
                line.events());
    }
}
