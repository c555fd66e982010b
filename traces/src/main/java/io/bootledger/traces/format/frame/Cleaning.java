package io.bootledger.traces.format.frame;

import io.bootledger.traces.format.bytes.Ascii;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Undoes what terminals, noise on the wire, mail programs and web pages do to a line: colours and cursor movement, NUL and 0xFF
 * bytes, no-break spaces, quoted-printable, character entities. Only for lines that cannot be read as they stand.
 */
public final class Cleaning {
    private static final int ESCAPE = 0x1b;

    private record Replacement(byte[] text, byte by) {
        Replacement(String text, char by) {
            this(text.getBytes(StandardCharsets.ISO_8859_1), (byte) by);
        }
    }

    private static final List<Replacement> REPLACEMENTS = List.of(
            new Replacement("\u00c2\u00a0", ' '),
            new Replacement("&nbsp;", ' '),
            new Replacement("&gt;", '>'),
            new Replacement("&lt;", '<'),
            new Replacement("&amp;", '&'),
            new Replacement("&quot;", '"'),
            new Replacement("&#39;", '\''),
            new Replacement("=3D", '='),
            new Replacement("=20", ' '),
            new Replacement("=09", ' '),
            new Replacement("=C2=A0", ' '));

    /** Whether a line holds anything that cleaning would change. */
    public static boolean wanted(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            byte b = bytes[at];
            if (b < 0 || b < ' ' && b != '\t' && b != '\r' || b == '&' || b == '=') {
                return true;
            }
        }
        return false;
    }

    /** Cleans a record's whole line, if that changes anything; its frame is still to be peeled then. */
    public static boolean clean(LogRecord record) {
        if (!wanted(record.bytes, record.lineFrom, record.lineTo)) {
            return false;
        }
        byte[] cleaned = new byte[record.lineTo - record.lineFrom];
        int length = clean(record.bytes, record.lineFrom, record.lineTo, cleaned);
        record.begin(cleaned, 0, length, record.lineNumber);
        return true;
    }

    /** Cleans a line into another array, which must be as long; the length that is left. */
    public static int clean(byte[] bytes, int from, int to, byte[] into) {
        int length = 0;
        int at = from;
        while (at < to) {
            byte b = bytes[at];
            if (b == ESCAPE) {
                at = behindEscape(bytes, at + 1, to);
                continue;
            }
            Replacement replacement = b < 0 || b == '&' || b == '=' ? replacement(bytes, at, to) : null;
            if (replacement != null) {
                into[length++] = replacement.by();
                at += replacement.text().length;
                continue;
            }
            if (!noise(bytes, at, to)) {
                into[length++] = b;
            }
            at++;
        }
        return length;
    }

    private static @Nullable Replacement replacement(byte[] bytes, int at, int to) {
        for (Replacement replacement : REPLACEMENTS) {
            if (Ascii.startsWith(bytes, at, to, replacement.text())) {
                return replacement;
            }
        }
        return null;
    }

    /** A control character, a byte that no encoding has, or a byte order mark. */
    private static boolean noise(byte[] bytes, int at, int to) {
        byte b = bytes[at];
        boolean mark = b == (byte) 0xef && at + 2 < to && bytes[at + 1] == (byte) 0xbb
                || b == (byte) 0xbb && at > 0 && bytes[at - 1] == (byte) 0xef
                || b == (byte) 0xbf && at > 1 && bytes[at - 2] == (byte) 0xef && bytes[at - 1] == (byte) 0xbb;
        return b >= 0 && b < ' ' && b != '\t' || b == (byte) 0xff || b == 0x7f || mark;
    }

    /** ECMA-48: {@code ESC [ parameters letter}, {@code ESC ] text BEL}, or one character. */
    private static int behindEscape(byte[] bytes, int from, int to) {
        if (from >= to) {
            return to;
        }
        int at = from + 1;
        if (bytes[from] == '[') {
            while (at < to && !(bytes[at] >= '@' && bytes[at] <= '~')) {
                at++;
            }
            return Math.min(to, at + 1);
        }
        if (bytes[from] == ']') {
            int bell = Ascii.indexOf(bytes, at, to, (char) 7);
            return bell < 0 ? to : bell + 1;
        }
        return at;
    }

    private Cleaning() {}
}
