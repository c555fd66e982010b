package io.bootledger.traces.store;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The name of a boot in every store: the SHA-256 of its event lines, as 64 hexadecimal digits. The same log gives the same name,
 * whatever the file was called and whatever tags it got.
 */
public record BootId(String hex) implements Comparable<BootId> {
    private static final int SHORT = 12;

    public BootId {
        if (!isId(hex)) {
            throw new IllegalArgumentException("not the name of a boot: " + hex);
        }
    }

    /** Whether a text is the whole name of a boot, as {@link #hex()} gives it. */
    public static boolean isId(String text) {
        return text.matches("[0-9a-f]{64}");
    }

    static BootId of(MessageDigest lines) {
        return new BootId(HexFormat.of().formatHex(lines.digest()));
    }

    /** Whether the name begins so, in either case. */
    public boolean startsWith(String prefix) {
        return hex.startsWith(prefix.toLowerCase(Locale.ROOT));
    }

    /** Enough of it for people, and for a store of millions of boots. */
    public String shortened() {
        return hex.substring(0, SHORT);
    }

    @Override
    public int compareTo(BootId other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
