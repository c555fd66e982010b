package io.bootledger.analyzer.levels.known;

import io.bootledger.analyzer.knowledge.SortedLines;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Known levels as text, searched where it lies. {@link LevelLearner} writes it.
 *
 * <p>Head lines begin with {@code #}; the others are sorted by function: {@code acpi_init<TAB>4=1,2.152<TAB>612<TAB>bus} says that
 * source 1 has it at level 4, that it is the 152nd call of source 2 and at level 4 there, that its object stands at
 * 612 of 1000 in link order, and that its object's module name is bus.
 */
final class LevelKnowledgeText {
    static final String MAGIC = "# bootledger known levels 1\n";
    private static final String CALLS = "# calls ";

    private final byte[] text;
    private final SortedLines lines;
    private final int[] calls;

    LevelKnowledgeText(byte[] text) {
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
            int end = lineEnd(text, at);
            String line = new String(text, at, end - at, StandardCharsets.US_ASCII);
            if (line.startsWith(CALLS)) {
                seen = Facts.counts(line.substring(CALLS.length()));
            }
            at = end + 1;
        }
        this.lines = new SortedLines(text, at);
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
        List<String> found = lines.find(function);
        return found.isEmpty() ? null : Facts.of(found.get(0));
    }

    private static int lineEnd(byte[] text, int at) {
        int end = at;
        while (end < text.length && text[end] != '\n') {
            end++;
        }
        return end;
    }
}
