package io.bootledger.traces.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Fingerprints of a boot's records so far, to know them again when a console replays its log; bounded. */
final class SeenRecords {
    private static final int MOST = 1 << 16;
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private long[] table = new long[1 << 12];
    private int size;

    /** Never 0. Time and text: while the clock stands still, two records often differ in one digit only. */
    static long fingerprint(LogRecord record) {
        byte[] bytes = record.bytes;
        int from = record.from;
        int to = record.to;
        int length = to - from;
        long hash = record.nanos * 0x9E3779B97F4A7C15L + length;
        if (length >= 8) {
            long words = 0;
            for (int at = from; at < to - 8; at += 8) {
                words = words * 31 + (long) WORD.get(bytes, at);
            }
            hash ^= (words * 31 + (long) WORD.get(bytes, to - 8)) * 0xD6E8FEB86659FD93L;
        } else {
            for (int at = from; at < to; at++) {
                hash = (hash ^ bytes[at]) * 0xD6E8FEB86659FD93L;
            }
        }
        hash ^= hash >>> 29;
        return hash == 0 ? 1 : hash;
    }

    void add(long fingerprint) {
        if (size * 2 >= table.length) {
            if (table.length >= MOST) {
                return;
            }
            grow();
        }
        insert(fingerprint);
    }

    boolean contains(long fingerprint) {
        int mask = table.length - 1;
        int at = (int) fingerprint & mask;
        while (table[at] != 0) {
            if (table[at] == fingerprint) {
                return true;
            }
            at = at + 1 & mask;
        }
        return false;
    }

    private void insert(long fingerprint) {
        int mask = table.length - 1;
        int at = (int) fingerprint & mask;
        while (table[at] != 0 && table[at] != fingerprint) {
            at = at + 1 & mask;
        }
        if (table[at] == 0) {
            table[at] = fingerprint;
            size++;
        }
    }

    private void grow() {
        long[] old = table;
        table = new long[old.length * 2];
        size = 0;
        for (long fingerprint : old) {
            if (fingerprint != 0) {
                insert(fingerprint);
            }
        }
    }

    void clear() {
        if (size > 0) {
            Arrays.fill(table, 0);
            size = 0;
        }
    }
}
