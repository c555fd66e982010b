package io.bootledger.traces.format;

import java.util.Arrays;

/** Fingerprints of a boot's records so far, to know them again when a console replays its log; bounded. */
final class SeenRecords {
    private static final int MOST = 1 << 16;

    private long[] table = new long[1 << 12];
    private int size;

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
