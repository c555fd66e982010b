package io.bootledger.readmodels;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes facts compactly: small numbers in a byte or two, texts with their length before them. */
final class FactOutput {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Any number. Seven bits in each byte, the lowest first; those near 0 take least, whatever their sign. */
    void number(long value) {
        long rest = value << 1 ^ value >> 63;
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    /** A number that may be missing. */
    void fact(@Nullable Long value) {
        number(value == null ? 0 : 1);
        if (value != null) {
            number(value);
        }
    }

    /** A text that may be missing. */
    void text(@Nullable String value) {
        if (value == null) {
            number(-1);
            return;
        }
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        bytes.writeBytes(utf8);
    }

    void octets(byte[] octets) {
        bytes.writeBytes(octets);
    }

    <E> void all(Collection<E> elements, BiConsumer<FactOutput, E> each) {
        number(elements.size());
        elements.forEach(element -> each.accept(this, element));
    }

    <V> void all(Map<String, V> entries, BiConsumer<FactOutput, V> each) {
        all(entries.entrySet(), (out, entry) -> {
            text(entry.getKey());
            each.accept(this, entry.getValue());
        });
    }

    /** What was written. */
    byte[] plain() {
        return bytes.toByteArray();
    }

    /** What was written, compressed, with a check sum. */
    byte[] compressed() {
        ByteArrayOutputStream small = new ByteArrayOutputStream(bytes.size() / 2);
        try (DeflaterOutputStream out = new DeflaterOutputStream(small)) {
            bytes.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return small.toByteArray();
    }
}
