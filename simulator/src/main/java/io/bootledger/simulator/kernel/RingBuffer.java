package io.bootledger.simulator.kernel;

import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.RecordedEvent;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The record buffer of a kernel that says more than the buffer holds: the oldest records give way
 * ({@code kernel/printk/printk_ringbuffer.c}).
 */
final class RingBuffer implements EventSink {
    /** Each record's text is preceded by a block id and padded. */
    private static final int BLOCK_ID = 8;

    private final Deque<RecordedEvent> records = new ArrayDeque<>();
    private final long capacity;
    private final Printk.MessageLength length;
    private long used;

    RingBuffer(int kib, Printk.MessageLength length) {
        this.capacity = kib * 1024L;
        this.length = length;
    }

    @Override
    public void accept(RecordedEvent event) {
        records.add(event);
        used += room(event);
        while (used > capacity) {
            used -= room(records.remove());
        }
    }

    private long room(RecordedEvent event) {
        return BLOCK_ID + (length.of(event.event()) + 7L) / 8 * 8;
    }

    /** Number of the oldest record that is still there. */
    long first() {
        return records.isEmpty() ? 0 : records.element().sequence();
    }

    /** What {@code dmesg} reads. */
    void read(EventSink reader) {
        records.forEach(reader::accept);
    }
}
