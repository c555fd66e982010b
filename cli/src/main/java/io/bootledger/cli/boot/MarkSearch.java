package io.bootledger.cli.boot;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Looks for the mark in output as it comes: a prompt is no whole line. Of a long line the first bytes are looked at. */
final class MarkSearch {
    private static final int LONGEST_LINE = 1 << 12;

    private final Pattern mark;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    MarkSearch(Pattern mark) {
        this.mark = mark;
    }

    /** Whether the mark is there, with these bytes. */
    boolean isFoundWith(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (bytes[i] == '\n') {
                if (isInLine()) {
                    return true;
                }
                line.reset();
            } else if (line.size() < LONGEST_LINE) {
                line.write(bytes[i]);
            }
        }
        return isInLine();
    }

    private boolean isInLine() {
        return mark.matcher(line.toString(StandardCharsets.UTF_8)).find();
    }
}
