package io.bootledger.traces.message;

import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.message.Piece.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A format string of the kernel, used in both directions. Beside literal text it may hold
 *
 * <table>
 * <caption>Conversions</caption>
 * <tr><td>{@code %s}</td><td>text, up to the literal that follows or to the end of the message</td></tr>
 * <tr><td>{@code %.*s}</td><td>the same, and it may be empty</td></tr>
 * <tr><td>{@code %[begin]}</td><td>text that begins so, to the end of the message</td></tr>
 * <tr><td>{@code %d} {@code %i}</td><td>an int</td></tr>
 * <tr><td>{@code %ld} {@code %lld} {@code %lu}</td><td>a long</td></tr>
 * <tr><td>{@code %p}</td><td>an address, {@code 0x} and hexadecimal digits</td></tr>
 * <tr><td>{@code %pS}</td><td>a function with offset, size and module</td></tr>
 * <tr><td>{@code %*}</td><td>whatever follows; not kept, and nothing when written</td></tr>
 * </table>
 *
 * A line break ends what is read; the lines after it are only written.
 */
final class PrintkFormat {
    private static final String SUBJECT_END = ": ";

    private final List<Piece> written;
    private final Piece[] read;
    private final int fields;
    private final Literal anchor;

    PrintkFormat(String format) {
        String firstLine = firstLine(format);
        written = Piece.compile(format);
        read = (firstLine.equals(format) ? written : Piece.compile(firstLine)).toArray(new Piece[0]);
        fields = fields(read);
        anchor = anchor(written);
    }

    private static String firstLine(String format) {
        int lineEnd = format.indexOf('\n');
        return (lineEnd < 0 ? format : format.substring(0, lineEnd)).stripTrailing();
    }

    private static int fields(Piece[] pieces) {
        int fields = 0;
        for (Piece piece : pieces) {
            fields += piece.isField() ? 1 : 0;
        }
        return fields;
    }

    private static Literal anchor(List<Piece> pieces) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            if (!piece.text().isEmpty()) {
                text.append(piece.text());
            } else if (text.length() > 0) {
                break;
            }
        }
        boolean afterSubject = pieces.get(0).kind() == Kind.TEXT;
        return new Literal(afterSubject ? text.substring(SUBJECT_END.length()) : text.toString());
    }

    /** The literal a message is found by: what it starts with, or what follows its subject. */
    Literal anchor() {
        return anchor;
    }

    /** Whether the message names its subject first: {@code <device>: probe with driver ...}. */
    boolean startsWithSubject() {
        return read[0].kind() == Kind.TEXT;
    }

    /** Reads a whole message; null when it is not this one. */
    @Nullable
    MessageFields read(Cursor in) {
        if (read[0].kind() == Kind.LITERAL && !in.literal(read[0].literal())) {
            return null;
        }
        Object[] values = new Object[fields];
        int count = 0;
        for (int i = read[0].kind() == Kind.LITERAL ? 1 : 0; i < read.length; i++) {
            Piece piece = read[i];
            if (!piece.isField()) {
                if (piece.kind() == Kind.ANYTHING) {
                    return new MessageFields(values);
                }
                if (!in.literal(piece.literal())) {
                    return null;
                }
            } else {
                Object value = value(in, piece, i + 1 < read.length ? read[i + 1] : null);
                if (value == null) {
                    return null;
                }
                values[count++] = value;
            }
        }
        return in.atEnd() ? new MessageFields(values) : null;
    }

    private static @Nullable Object value(Cursor in, Piece piece, @Nullable Piece next) {
        return switch (piece.kind()) {
            case TEXT -> text(in, next, 1);
            case OPTIONAL_TEXT -> text(in, next, 0);
            case BEGINNING -> beginning(in, piece);
            case INT, INT_TOO -> in.integer() ? (Long) in.number : null;
            case LONG, LONG_TOO, UNSIGNED -> in.number() ? (Long) in.number : null;
            case ADDRESS -> address(in);
            case SYMBOL -> in.symbol(next == null ? (byte) ' ' : next.literal().bytes[0]);
            case LITERAL, ANYTHING -> throw new IllegalStateException("no value: " + piece);
        };
    }

    private static @Nullable String text(Cursor in, @Nullable Piece next, int minimum) {
        int to = next == null ? in.end : in.find(next.literal());
        if (to < in.at + minimum) {
            in.failAt(in.at, "a name");
            return null;
        }
        return in.textTo(to);
    }

    private static @Nullable String beginning(Cursor in, Piece piece) {
        int start = in.at;
        if (!in.literal(piece.literal())) {
            return null;
        }
        in.at = start;
        return in.textTo(in.end);
    }

    private static @Nullable String address(Cursor in) {
        int to = Hex.end(in.bytes, in.at, in.end);
        if (to < 0) {
            in.failAt(in.at, "an address");
            return null;
        }
        return in.textTo(to);
    }

    /** The text with these values in the places of its conversions. */
    String write(MessageFields values) {
        StringBuilder text = new StringBuilder();
        int index = 0;
        for (Piece piece : written) {
            if (piece.isField()) {
                Object value = values.values()[index++];
                text.append(value instanceof InitcallSymbol symbol ? symbol.printed() : value);
            } else {
                text.append(piece.text());
            }
        }
        return text.toString();
    }
}
