package io.bootledger.analyzer.levels;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Known levels as text, searched where it lies: nothing is parsed before it is asked for, so that a program that runs for a
 * moment does not pay for 18,000 lines. {@link LevelLearner} writes it.
 *
 * <p>Head lines begin with {@code #}; the others are sorted by function: {@code acpi_init<TAB>4=1,2.152<TAB>612<TAB>bus} says that
 * source 1 has it at level 4, that it is the 152nd call of source 2 and at level 4 there, that its object stands at
 * 612 of 1000 in link order, and that its object's module name is bus.
 */
final class KnowledgeText {
    static final String MAGIC = "# bootledger known levels 1\n";
    private static final String CALLS = "# calls ";

    private final byte[] text;
    private final int body;
    private final int[] calls;

    KnowledgeText(byte[] text) {
        byte[] magic = MAGIC.getBytes(StandardCharsets.US_ASCII);
        if (text.length < magic.length || !Arrays.equals(text, 0, magic.length, magic, 0, magic.length)) {
            throw new IllegalArgumentException("it does not begin with \"" + MAGIC.strip() + "\"");
        }
        if (text[text.length - 1] != '\n') {
            throw new IllegalArgumentException("its last line has no end: it is not whole");
        }
        this.text = text;
        int at = 0;
        int[] seen = new int[HalfLevel.COUNT];
        while (at < text.length && text[at] == '#') {
            String line = string(at, lineEnd(at));
            if (line.startsWith(CALLS)) {
                seen = Facts.counts(line.substring(CALLS.length()));
            }
            at = lineEnd(at) + 1;
        }
        this.body = Math.min(at, text.length);
        this.calls = seen;
    }

    /** Calls of whole kernels at each half-level, by its index. */
    int[] calls() {
        return calls.clone();
    }

    String whole() {
        return new String(text, StandardCharsets.US_ASCII);
    }

    /** What is known of a function; null when nothing is. */
    @Nullable
    KnownFunction find(String function) {
        byte[] name = function.getBytes(StandardCharsets.UTF_8);
        int low = body;
        int high = text.length;
        while (low < high) {
            int start = lineStart((low + high) >>> 1);
            int order = compare(name, start);
            if (order == 0) {
                return Facts.of(string(start + name.length + 1, lineEnd(start)));
            } else if (order < 0) {
                high = start;
            } else {
                low = lineEnd(start) + 1;
            }
        }
        return null;
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
        return new String(text, Math.min(from, to), Math.max(0, to - from), StandardCharsets.US_ASCII);
    }
}
