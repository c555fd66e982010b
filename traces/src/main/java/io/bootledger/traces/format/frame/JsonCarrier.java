package io.bootledger.traces.format.frame;

import io.bootledger.traces.format.bytes.Chunks;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes out the lines that JSON carries, byte by byte as it comes: each string's text, a line or several, and each object of an array as
 * it stands, since its fields are one record's. An object too long for a record carries lines itself.
 */
final class JsonCarrier {
    private static final int LONGEST_RECORD = Chunks.LONGEST / 2;

    private final ByteArrayOutputStream out;
    /** For each depth whether an array is open there; what lies deeper than 64 is taken for an object. */
    private long arrays;

    private int depth;
    /** The depth of the record that is being written; 0 outside. */
    private int record;
    /** Bytes of the line that is being written. */
    private int length;

    private boolean inString;
    private boolean isKey;
    private boolean isValue;
    private boolean escaped;
    private int hexLeft;
    private int unit;

    JsonCarrier(ByteArrayOutputStream out) {
        this.out = out;
    }

    void take(int octet) {
        if (record > 0 && length >= LONGEST_RECORD) {
            record = 0;
        }
        if (record > 0) {
            write(octet);
        }
        if (inString) {
            string(octet);
        } else {
            structure(octet);
        }
    }

    /** Ends the JSON, whole or not. */
    void end() {
        endLine();
        depth = 0;
        record = 0;
        hexLeft = 0;
        inString = false;
        isValue = false;
        escaped = false;
    }

    private void structure(int octet) {
        switch (octet) {
            case '"' -> {
                inString = true;
                isKey = depth > 0 && !inArray() && !isValue;
            }
            case '{', '[' -> open(octet);
            case '}', ']' -> close();
            case ':' -> isValue = true;
            case ',' -> isValue = false;
            default -> {}
        }
    }

    private void open(int octet) {
        if (octet == '{' && inArray() && record == 0) {
            endLine();
            write(octet);
            record = depth + 1;
        }
        depth++;
        isValue = false;
        if (depth <= Long.SIZE) {
            long bit = 1L << depth - 1;
            arrays = octet == '[' ? arrays | bit : arrays & ~bit;
        }
    }

    private boolean inArray() {
        return depth > 0 && depth <= Long.SIZE && (arrays >>> depth - 1 & 1) == 1;
    }

    private void close() {
        if (record > 0 && depth == record) {
            record = 0;
            endLine();
        }
        depth = Math.max(0, depth - 1);
        isValue = false;
    }

    private void string(int octet) {
        if (hexLeft > 0) {
            unit = unit << 4 | Math.max(0, Character.digit(octet, 16));
            if (--hexLeft == 0) {
                text((char) unit);
            }
        } else if (escaped) {
            escaped = false;
            escape(octet);
        } else if (octet == '\\') {
            escaped = true;
        } else if (octet == '"') {
            inString = false;
            if (record == 0 && !isKey) {
                endLine();
            }
        } else {
            text(octet);
        }
    }

    private void escape(int octet) {
        switch (octet) {
            case 'u' -> {
                hexLeft = 4;
                unit = 0;
            }
            case 'n' -> {
                if (record == 0) {
                    endLine();
                }
            }
            case 'r' -> text('\r');
            case 't' -> text('\t');
            case 'b', 'f' -> text(' ');
            default -> text(octet);
        }
    }

    /** Half of a character beyond the first 65,536, as which JSON escapes these, becomes a question mark. */
    private void text(char escapedUnit) {
        if (escapedUnit == '\n' && record == 0) {
            endLine();
            return;
        }
        for (byte octet : String.valueOf(escapedUnit).getBytes(StandardCharsets.UTF_8)) {
            text(octet & 0xff);
        }
    }

    private void text(int octet) {
        if (record == 0 && !isKey) {
            write(octet);
        }
    }

    private void write(int octet) {
        out.write(octet);
        length++;
    }

    /** Empty lines are left out: nobody could say which of them JSON brought. */
    private void endLine() {
        if (length > 0) {
            out.write('\n');
            length = 0;
        }
    }
}
