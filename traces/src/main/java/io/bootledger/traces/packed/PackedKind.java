package io.bootledger.traces.packed;

import org.jspecify.annotations.Nullable;

/**
 * What a packed event begins with: a byte of one of these kinds and {@link PackedFrame}'s bits. Their order is that on file, and a kind
 * more would be another form ({@link io.bootledger.traces.stream.EventsHeader#form}).
 */
enum PackedKind {
    /** Any event, as the line of its JSON: a text. */
    LINE,
    /** A symbol, and the caller's process id. */
    INITCALL_STARTED,
    /** A symbol, what it returned, and the microseconds that the kernel reports. */
    INITCALL_FINISHED,
    /** A text. */
    MESSAGE_LOGGED,
    /** A device as a text, what the probe returned, and the microseconds that the kernel reports. */
    PROBE_FINISHED;

    static final int BITS = 0b111;

    private static final PackedKind[] KINDS = values();

    /** Null for none. */
    static @Nullable PackedKind of(int tag) {
        int place = tag & BITS;
        return place < KINDS.length ? KINDS[place] : null;
    }
}
