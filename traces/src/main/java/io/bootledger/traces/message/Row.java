package io.bootledger.traces.message;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.KernelVersion;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One message of the kernel: its format, the event it states, and how to go from one to the other.
 *
 * @param event the type it is read into
 * @param versions the kernels that print it so
 * @param printk the kernel's format
 * @param reading from a message to the event; null when the message is not this one
 * @param writing from an event to the fields of the format; null when this message does not say all that the event holds
 * @param samples real lines, which are read and then written again as they were
 * @param variants real lines that are read too, although the kernel did not print them exactly so, or says more than the event
 *     keeps
 */
record Row<E extends BootEvent>(
        Class<E> event,
        Versions versions,
        PrintkFormat printk,
        Reading<E> reading,
        Function<E, @Nullable MessageFields> writing,
        List<String> samples,
        List<String> variants) {

    /** Reads a message from its first byte on. */
    interface Reading<E> {
        @Nullable
        E read(Cursor in);
    }

    /** A row that neither reads nor writes yet. */
    static <E extends BootEvent> Row<E> row(Class<E> event, Versions versions, String format) {
        return new Row<>(event, versions, new PrintkFormat(format), in -> null, happened -> null, List.of(), List.of());
    }

    /** Reads by the format: makes the event of its fields, or null when they cannot be meant. */
    Row<E> read(Function<MessageFields, @Nullable E> reading) {
        return scan(in -> {
            MessageFields fields = printk.read(in);
            E event = fields == null ? null : reading.apply(fields);
            if (fields != null && event == null) {
                in.failAt(in.end - 1, "other words");
            }
            return event;
        });
    }

    /** Reads by hand: for the few messages that make up most of a log. */
    Row<E> scan(Reading<E> reading) {
        return new Row<>(event, versions, printk, reading, writing, samples, variants);
    }

    /** Writes by the format. A row without this is only read. */
    Row<E> write(Function<E, @Nullable MessageFields> writing) {
        return new Row<>(event, versions, printk, reading, writing, samples, variants);
    }

    Row<E> samples(String... lines) {
        return new Row<>(event, versions, printk, reading, writing, List.of(lines), variants);
    }

    Row<E> variants(String... lines) {
        return new Row<>(event, versions, printk, reading, writing, samples, List.of(lines));
    }

    @Nullable
    E read(Cursor in) {
        in.at = in.from;
        return reading.read(in);
    }

    /** The text that a kernel of that version prints for the event, null for none; a null version stands for any. */
    @Nullable
    String write(BootEvent happened, @Nullable KernelVersion version) {
        if (!event.isInstance(happened) || version != null && !versions.include(version)) {
            return null;
        }
        MessageFields fields = writing.apply(event.cast(happened));
        return fields == null ? null : printk.write(fields);
    }
}
