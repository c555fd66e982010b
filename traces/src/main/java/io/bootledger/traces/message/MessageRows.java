package io.bootledger.traces.message;

import io.bootledger.traces.event.BootEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows whose messages begin alike, told apart by their first word. */
final class MessageRows {
    private final Row<?>[] rows;
    private final long[] glances;
    private final long[] masks;

    MessageRows(List<Row<?>> rows) {
        this.rows = rows.toArray(new Row<?>[0]);
        this.glances = new long[rows.size()];
        this.masks = new long[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            glances[i] = rows.get(i).printk().anchor().glance();
            masks[i] = rows.get(i).printk().anchor().glanceMask();
        }
    }

    /** Whether the literal of any row may stand there, at a glance. */
    boolean mayStandAt(byte[] bytes, int anchor) {
        long word = EightBytes.at(bytes, anchor);
        for (int i = 0; i < rows.length; i++) {
            if ((word & masks[i]) == glances[i]) {
                return true;
            }
        }
        return false;
    }

    /**
     * Reads the message by the first row that can.
     *
     * @param anchor where the rows' literals stand in it: at its start, or behind its subject
     */
    @Nullable
    BootEvent read(Cursor in, int anchor) {
        long word = EightBytes.at(in.bytes, anchor);
        for (int i = 0; i < rows.length; i++) {
            if ((word & masks[i]) == glances[i]) {
                BootEvent event = rows[i].read(in);
                if (event != null) {
                    return event;
                }
            }
        }
        return null;
    }
}
