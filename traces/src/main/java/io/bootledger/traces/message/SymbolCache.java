package io.bootledger.traces.message;

import io.bootledger.traces.event.InitcallSymbol;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The symbols seen lately, found by their bytes: each stands in the log at least twice, and in a capture of many boots thousands of
 * times. Open addressing in a table of fixed size; where a symbol finds its places taken it replaces the first.
 */
final class SymbolCache {
    private static final int SIZE = 4096;
    private static final int PROBES = 4;

    private record Entry(int hash, byte[] key, InitcallSymbol symbol) {}

    private final Entry[] entries = new Entry[SIZE];

    /** The symbol that these bytes print; null when they print none. */
    @Nullable
    InitcallSymbol symbol(byte[] bytes, int from, int to) {
        int hash = EightBytes.hash(bytes, from, to);
        for (int i = 0; i < PROBES; i++) {
            int place = hash + i & SIZE - 1;
            Entry entry = entries[place];
            if (entry == null) {
                return add(place, hash, bytes, from, to);
            }
            if (entry.hash == hash && Arrays.equals(entry.key, 0, entry.key.length, bytes, from, to)) {
                return entry.symbol;
            }
        }
        return add(hash & SIZE - 1, hash, bytes, from, to);
    }

    private @Nullable InitcallSymbol add(int place, int hash, byte[] bytes, int from, int to) {
        InitcallSymbol symbol = SymbolText.parse(bytes, from, to);
        if (symbol != null) {
            entries[place] = new Entry(hash, Arrays.copyOfRange(bytes, from, to), symbol);
        }
        return symbol;
    }
}
