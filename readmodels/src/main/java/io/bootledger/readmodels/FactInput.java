package io.bootledger.readmodels;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Reads what {@link FactOutput} wrote. */
final class FactInput {
    private final byte[] bytes;
    private int at;

    /** Something that is read. */
    interface Reading<T> {
        T read(FactInput in) throws IOException;
    }

    private FactInput(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws IOException when these bytes are damaged */
    static FactInput ofCompressed(byte[] compressed) throws IOException {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(compressed))) {
            return new FactInput(in.readAllBytes());
        }
    }

    long number() throws IOException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int octet = octet();
            value |= (long) (octet & 0x7F) << shift;
            if (octet < 0x80) {
                return value >>> 1 ^ -(value & 1);
            }
        }
        throw new IOException("a number is too long");
    }

    /** How many of something follow, each of at least a byte. */
    int count() throws IOException {
        long count = number();
        if (count < 0 || count > bytes.length - at) {
            throw new EOFException("more is announced than there is: " + count);
        }
        return (int) count;
    }

    /** A number that may be missing. */
    @Nullable
    Long fact() throws IOException {
        return number() == 0 ? null : number();
    }

    /** A text that may be missing. */
    @Nullable
    String textOrNull() throws IOException {
        if (at < bytes.length && bytes[at] == 1) {
            at++;
            return null;
        }
        return text();
    }

    String text() throws IOException {
        int length = count();
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    byte[] octets(int length) throws IOException {
        byte[] octets = new byte[length];
        for (int i = 0; i < length; i++) {
            octets[i] = (byte) octet();
        }
        return octets;
    }

    <E> List<E> all(Reading<E> each) throws IOException {
        int count = count();
        List<E> elements = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            elements.add(each.read(this));
        }
        return elements;
    }

    <V> SortedMap<String, V> map(Reading<V> each) throws IOException {
        SortedMap<String, V> entries = new TreeMap<>();
        for (int count = count(); count > 0; count--) {
            String key = text();
            entries.put(key, each.read(this));
        }
        return entries;
    }

    private int octet() throws IOException {
        if (at == bytes.length) {
            throw new EOFException("it ends too early");
        }
        return bytes[at++] & 0xFF;
    }
}
