package io.bootledger.traces.message;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes of a message at a time, the first one lowest: looking at them one by one takes three times as long. */
final class EightBytes {
    static final int BYTES = Long.BYTES;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    /** The word at a position; bytes behind the end of the buffer are 0. */
    static long at(byte[] bytes, int position) {
        return position + BYTES <= bytes.length ? (long) LONGS.get(bytes, position) : tail(bytes, position);
    }

    private static long tail(byte[] bytes, int position) {
        long word = 0;
        for (int i = bytes.length - 1; i >= position; i--) {
            word = word << 8 | bytes[i] & 0xFF;
        }
        return word;
    }

    /** A word that covers only its first bytes. */
    static long mask(int length) {
        return length >= BYTES ? -1 : (1L << 8 * length) - 1;
    }

    /** Where a byte next stands, or {@code to}. */
    static int find(byte[] bytes, int from, int to, byte wanted) {
        long pattern = (wanted & 0xFF) * ONES;
        for (int position = from; position < to; position += BYTES) {
            long different = at(bytes, position) ^ pattern;
            long found = different - ONES & ~different & HIGHS;
            if (found != 0) {
                return Math.min(to, position + (Long.numberOfTrailingZeros(found) >>> 3));
            }
        }
        return to;
    }

    /** Where a byte next stands with another behind it, or {@code to}. */
    static int findPair(byte[] bytes, int from, int to, byte wanted, byte behind) {
        long pattern = (wanted & 0xFF) * ONES;
        long patternBehind = (behind & 0xFF) * ONES;
        // The last byte of a word is looked at again as the first of the next.
        for (int position = from; position < to; position += BYTES - 1) {
            long word = at(bytes, position);
            long found = zeros(word ^ pattern) & zeros(word ^ patternBehind) >>> 8;
            if (found != 0) {
                return Math.min(to, position + (Long.numberOfTrailingZeros(found) >>> 3));
            }
        }
        return to;
    }

    /** The high bit of each byte that is zero, and of no other. */
    private static long zeros(long word) {
        return ~((word & ~HIGHS) + ~HIGHS | word | ~HIGHS);
    }

    /** A number that differs for different bytes, mostly. */
    static int hash(byte[] bytes, int from, int to) {
        long hash = (long) to - from;
        int position = from;
        for (; position + BYTES <= to; position += BYTES) {
            hash = mix(hash ^ at(bytes, position));
        }
        return (int) (mix(hash ^ at(bytes, position) & mask(to - position)) >>> 32);
    }

    private static long mix(long hash) {
        long product = hash * 0x9E3779B97F4A7C15L;
        return product ^ product >>> 32;
    }

    private EightBytes() {}
}
