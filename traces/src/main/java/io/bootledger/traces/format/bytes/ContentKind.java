package io.bootledger.traces.format.bytes;

import java.util.Arrays;
import java.util.List;

/** Tells from its first bytes what a file is that holds no kernel log. */
final class ContentKind {
    private record Magic(String kind, int... bytes) {}

    private static final List<Magic> MAGICS = List.of(
            new Magic("a PNG picture", 0x89, 'P', 'N', 'G'),
            new Magic("a JPEG picture", 0xff, 0xd8, 0xff),
            new Magic("a GIF picture", 'G', 'I', 'F', '8'),
            new Magic("an ELF binary", 0x7f, 'E', 'L', 'F'),
            new Magic("a PDF document", '%', 'P', 'D', 'F'),
            new Magic("a ZIP archive", 'P', 'K', 3, 4));

    private static final int LOOK = 4096;

    static String of(byte[] head, int from, int to) {
        if (from >= to) {
            return "nothing";
        }
        byte[] first = Arrays.copyOfRange(head, from, Math.min(to, from + LOOK));
        for (Magic magic : MAGICS) {
            if (Compression.startsWith(first, magic.bytes())) {
                return magic.kind();
            }
        }
        int controls = 0;
        for (byte b : first) {
            controls += b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != 0x1b ? 1 : 0;
        }
        return controls * 10 > first.length ? "binary data" : "text";
    }

    private ContentKind() {}
}
