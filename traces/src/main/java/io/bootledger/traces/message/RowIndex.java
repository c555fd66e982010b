package io.bootledger.traces.message;

import io.bootledger.traces.event.BootEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the rows that a message or an event may belong to. */
final class RowIndex {
    /** All rows; where two read or write the same, the first one does. */
    static final List<Row<?>> ROWS = rows();

    private static final int PLACES = 512;

    private static final MessageRows[] BY_START = index(false);
    private static final MessageRows[] BY_WORDS_AFTER_SUBJECT = index(true);
    private static final Map<Class<?>, List<Row<?>>> BY_EVENT = byEvent();

    private static List<Row<?>> rows() {
        List<Row<?>> rows = new ArrayList<>(InitcallMessages.ROWS);
        rows.addAll(OldInitcallMessages.ROWS);
        rows.addAll(AsyncMessages.ROWS);
        rows.addAll(ProbeMessages.ROWS);
        rows.addAll(BannerMessages.ROWS);
        rows.addAll(ClockMessages.ROWS);
        rows.addAll(PhaseMessages.ROWS);
        rows.addAll(StageMessages.ROWS);
        rows.addAll(ModuleMessages.rows());
        rows.addAll(ConsoleMessages.rows());
        rows.addAll(FaultMessages.rows());
        return List.copyOf(rows);
    }

    /** The rows of messages that begin with these two bytes, and a few others; or null. */
    static @Nullable MessageRows byStart(byte first, byte second) {
        return BY_START[place(first, second)];
    }

    /** The rows of messages that go on with this byte after their subject and {@code ": "}, and a few others; or null. */
    static @Nullable MessageRows bySubject(byte first) {
        return BY_WORDS_AFTER_SUBJECT[place(first, (byte) 0)];
    }

    /** Whether any row's message may begin so. */
    static boolean mayStart(byte[] bytes, int at) {
        MessageRows rows = byStart(bytes[at], bytes[at + 1]);
        return rows != null && rows.mayStandAt(bytes, at);
    }

    /** Whether any row's message may go on so after its subject and {@code ": "}. */
    static boolean maySay(byte[] bytes, int at) {
        MessageRows rows = bySubject(bytes[at]);
        return rows != null && rows.mayStandAt(bytes, at);
    }

    static List<Row<?>> byEvent(BootEvent event) {
        return BY_EVENT.getOrDefault(event.getClass(), List.of());
    }

    private static int place(byte first, byte second) {
        return first * 31 + second & PLACES - 1;
    }

    private static MessageRows[] index(boolean subject) {
        Map<Integer, List<Row<?>>> places = new HashMap<>();
        for (Row<?> row : ROWS) {
            if (row.printk().startsWithSubject() == subject) {
                byte[] anchor = row.printk().anchor().bytes;
                add(places, subject ? place(anchor[0], (byte) 0) : place(anchor[0], anchor[1]), row);
            }
        }
        MessageRows[] index = new MessageRows[PLACES];
        for (Map.Entry<Integer, List<Row<?>>> place : places.entrySet()) {
            index[place.getKey()] = new MessageRows(place.getValue());
        }
        return index;
    }

    private static Map<Class<?>, List<Row<?>>> byEvent() {
        Map<Class<?>, List<Row<?>>> rows = new HashMap<>();
        for (Row<?> row : ROWS) {
            add(rows, row.event(), row);
        }
        return rows;
    }

    /** Without a lambda: each costs a tenth of a millisecond when the program starts. */
    private static <K> void add(Map<K, List<Row<?>>> rows, K key, Row<?> row) {
        List<Row<?>> others = rows.get(key);
        if (others == null) {
            others = new ArrayList<>();
            rows.put(key, others);
        }
        others.add(row);
    }

    private RowIndex() {}
}
