package io.bootledger.traces.stream;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The first line of an events file. All but the first two are there only in a store.
 *
 * @param schema what the lines after it are
 * @param log name of the log they were read from
 * @param boot SHA-256 of those lines
 * @param number of the boot in its log, from 1
 * @param events how many lines there are
 * @param form in which the events stand there where they are no lines: {@code packed}
 */
public record EventsHeader(
        String schema,
        String log,
        @Nullable String boot,
        @Nullable Integer number,
        @Nullable String kernel,
        @Nullable String machine,
        @Nullable String commandLine,
        @Nullable Long events,
        @Nullable SortedMap<String, String> tags,
        @Nullable String form) {
    private static final String PACKED = "packed";

    private static final String FAMILY = "bootledger/events/v";
    /** How every header begins, whatever its version. */
    static final String BEGINNING = "{\"schema\":\"" + FAMILY;

    public static final int VERSION = 1;
    public static final String SCHEMA = FAMILY + VERSION;

    /** Whether the events behind it stand in a form that only a newer Bootledger reads. */
    public boolean hasNewerForm() {
        return form != null && !holdsPacked();
    }

    /** The same before packed events. */
    public EventsHeader packed() {
        return new EventsHeader(schema, log, boot, number, kernel, machine, commandLine, events, tags, PACKED);
    }

    /** The same before lines. */
    public EventsHeader ofLines() {
        return new EventsHeader(schema, log, boot, number, kernel, machine, commandLine, events, tags, null);
    }

    /** Whether the events behind it are packed. */
    public boolean holdsPacked() {
        return PACKED.equals(form);
    }

    static EventsHeader of(String log) {
        return new EventsHeader(SCHEMA, log, null, null, null, null, null, null, null, null);
    }

    /** The version of the schema, from 0; -1 for another schema. */
    public int version() {
        return schema != null && schema.matches(FAMILY + "\\d{1,6}")
                ? Integer.parseInt(schema.substring(FAMILY.length()))
                : -1;
    }
}
