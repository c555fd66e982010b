package io.bootledger.traces.symbols;

import org.jspecify.annotations.Nullable;

/** A line of a symbol table: {@code ffffffff8381dcc8 d __initcall_debug_traps_init3}. */
record SymbolLine(long address, char type, String name) {
    private static final int LONGEST_ADDRESS = 16;

    /** Reads a line; null for any other text, for undefined symbols, and for a loadable module's ({@code [ext4]}). */
    static @Nullable SymbolLine of(String line) {
        int space = line.indexOf(' ');
        if (space < 1 || space > LONGEST_ADDRESS || line.length() < space + 4 || line.charAt(space + 2) != ' ') {
            return null;
        }
        char type = line.charAt(space + 1);
        String name = line.substring(space + 3);
        return Character.isLetter(type) && isHex(line, space) && isName(name)
                ? new SymbolLine(Long.parseUnsignedLong(line, 0, space, 16), type, name)
                : null;
    }

    boolean isFunction() {
        return "tTwWvV".indexOf(type) >= 0;
    }

    private static boolean isHex(String line, int end) {
        for (int at = 0; at < end; at++) {
            if (line.charAt(at) > 'f' || Character.digit(line.charAt(at), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isName(String name) {
        for (int at = 0; at < name.length(); at++) {
            if (name.charAt(at) <= ' ') {
                return false;
            }
        }
        return !name.isEmpty();
    }
}
