package io.bootledger.analyzer.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Lines that begin with a key and a tab, sorted by their bytes, searched where they lie: nothing is parsed before it is asked for,
 * so that a program that runs for a moment does not pay for thousands of lines.
 */
public final class SortedLines {
    private final byte[] text;
    private final int body;

    /** @param body where the first of the lines begins; what stands before is not searched */
    public SortedLines(byte[] text, int body) {
        this.text = text;
        this.body = Math.min(body, text.length);
    }

    /** A packed resource of the program. */
    public static byte[] shipped(Class<?> beside, String resource) {
        try (InputStream packed = beside.getResourceAsStream(resource)) {
            if (packed == null) {
                throw new IllegalStateException("the program is incomplete: " + resource + " is missing");
            }
            return new GZIPInputStream(packed, 1 << 16).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the program is damaged: " + resource, e);
        }
    }

    /** What stands behind the key in each of its lines, in their order; empty when no line has it. */
    public List<String> find(String key) {
        byte[] name = key.getBytes(StandardCharsets.UTF_8);
        List<String> found = new ArrayList<>(1);
        int at = firstNotBefore(name);
        while (at < text.length && compare(name, at) == 0) {
            int end = lineEnd(at);
            found.add(string(at + name.length + 1, end));
            at = end + 1;
        }
        return found;
    }

    private int firstNotBefore(byte[] name) {
        int low = body;
        int high = text.length;
        while (low < high) {
            int start = lineStart((low + high) >>> 1);
            if (compare(name, start) > 0) {
                low = lineEnd(start) + 1;
            } else {
                high = start;
            }
        }
        return low;
    }

    private int lineStart(int at) {
        int start = at;
        while (start > body && text[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    private int lineEnd(int at) {
        int end = at;
        while (end < text.length && text[end] != '\n') {
            end++;
        }
        return end;
    }

    private int compare(byte[] name, int start) {
        int at = start;
        for (byte character : name) {
            if (at == text.length || text[at] != character) {
                return at == text.length ? 1 : Integer.compare(character & 0xff, text[at] & 0xff);
            }
            at++;
        }
        return at < text.length && text[at] == '\t' ? 0 : -1;
    }

    private String string(int from, int to) {
        return new String(text, Math.min(from, to), Math.max(0, to - from), StandardCharsets.UTF_8);
    }
}
