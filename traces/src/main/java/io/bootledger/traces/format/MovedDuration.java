package io.bootledger.traces.format;

import io.bootledger.traces.format.bytes.Ascii;
import io.bootledger.traces.format.frame.LogRecord;
import java.nio.charset.StandardCharsets;

/**
 * {@code  897653 usecs [   14.366837] initcall svm_init+0x0/0x70 [kvm_amd] returned 0}: so the recipe that elinux.org gave for years
 * ({@code sed "s/\(.*\)after\(.*\)/\2 \1/g" | sort -n}) sorts initcalls, the duration in front.
 */
final class MovedDuration {
    private static final byte[] USECS = " usecs".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] AFTER = "after ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] INITCALL = "] initcall ".getBytes(StandardCharsets.US_ASCII);

    /** Puts the duration back behind the message, where a line begins with it. */
    static void putBack(LogRecord line) {
        byte[] bytes = line.bytes;
        int number = Ascii.skipBlanks(bytes, line.from, line.to);
        int unit = Ascii.skipDigits(bytes, number, line.to);
        if (unit == number || !Ascii.startsWith(bytes, unit, line.to, USECS)) {
            return;
        }
        int rest = Ascii.skipBlanks(bytes, unit + USECS.length, line.to);
        int bracket = rest < line.to && bytes[rest] == '[' ? Ascii.indexOf(bytes, rest, line.to, ']') : -1;
        if (bracket < 0 || !Ascii.startsWith(bytes, bracket, line.to, INITCALL)) {
            return;
        }
        int end = line.to;
        while (bytes[end - 1] == ' ' || bytes[end - 1] == '\r') {
            end--;
        }
        int duration = unit + USECS.length - number;
        byte[] whole = new byte[end - rest + 1 + AFTER.length + duration];
        System.arraycopy(bytes, rest, whole, 0, end - rest);
        whole[end - rest] = ' ';
        System.arraycopy(AFTER, 0, whole, end - rest + 1, AFTER.length);
        System.arraycopy(bytes, number, whole, whole.length - duration, duration);
        line.begin(whole, 0, whole.length, line.lineNumber);
    }

    private MovedDuration() {}
}
