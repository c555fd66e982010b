package io.bootledger.traces.format.ahead;

import io.bootledger.traces.format.bytes.LineScanner;
import io.bootledger.traces.format.frame.LogRecord;

/**
 * Numbers that tell texts and records apart, eight bytes at a time. Two that differ may share one: where that would be wrong and not
 * merely slow, the bytes have to be compared.
 */
public final class Fingerprint {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final long STEP = 0xD6E8FEB86659FD93L;

    public static long ofText(byte[] bytes, int from, int to) {
        long hash = (long) to - from;
        if (to - from < Long.BYTES) {
            for (int at = from; at < to; at++) {
                hash = hash * STEP + bytes[at];
            }
            return mixed(hash);
        }
        for (int at = from; at < to - Long.BYTES; at += Long.BYTES) {
            hash = hash * STEP + LineScanner.word(bytes, at);
        }
        return mixed(hash * STEP + LineScanner.word(bytes, to - Long.BYTES));
    }

    /** Of a record by its stamp and its text's fingerprint: while the clock stands still, two often differ in one digit only. Never 0. */
    public static long ofRecord(long nanos, long text) {
        long hash = mixed(nanos * SPREAD ^ text);
        return hash == 0 ? 1 : hash;
    }

    public static long ofRecord(LogRecord record) {
        return ofRecord(record.nanos, ofText(record.bytes, record.from, record.to));
    }

    private static long mixed(long hash) {
        long product = (hash ^ hash >>> 32) * SPREAD;
        return product ^ product >>> 29;
    }

    private Fingerprint() {}
}
