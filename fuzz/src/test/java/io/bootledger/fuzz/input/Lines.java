package io.bootledger.fuzz.input;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A log, line by line, without the line feeds. */
final class Lines {
    static List<byte[]> of(byte[] log) {
        List<byte[]> lines = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < log.length; at++) {
            if (log[at] == '\n') {
                lines.add(Arrays.copyOfRange(log, from, at));
                from = at + 1;
            }
        }
        if (from < log.length) {
            lines.add(Arrays.copyOfRange(log, from, log.length));
        }
        return lines;
    }

    static byte[] joined(List<byte[]> lines) {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        for (byte[] line : lines) {
            log.writeBytes(line);
            log.write('\n');
        }
        return log.toByteArray();
    }

    private Lines() {}
}
