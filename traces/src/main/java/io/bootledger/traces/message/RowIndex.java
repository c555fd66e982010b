package io.bootledger.traces.message;

import io.bootledger.traces.event.BootEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the rows that a message or an event may belong to. */
final class RowIndex {
    /** All rows; where two read or write the same, the first one does. */
    static final List<Row<?>> ROWS = Stream.of(
                    InitcallMessages.ROWS,
                    OldInitcallMessages.ROWS,
                    AsyncMessages.ROWS,
                    ProbeMessages.ROWS,
                    BannerMessages.ROWS,
                    PhaseMessages.ROWS,
                    ModuleMessages.rows(),
                    ConsoleMessages.rows(),
                    FaultMessages.rows())
            .<Row<?>>flatMap(Collection::stream)
            .toList();

    private static final int PLACES = 512;

    private static final Rows[] BY_START = index(false);
    private static final Rows[] BY_WORDS_AFTER_SUBJECT = index(true);
    private static final Map<Class<?>, List<Row<?>>> BY_EVENT = byEvent();

    /** The rows of messages that begin with these two bytes, and a few others; or null. */
    static @Nullable Rows byStart(byte first, byte second) {
        return BY_START[place(first, second)];
    }

    /** The rows of messages that go on with this byte after their subject and {@code ": "}, and a few others; or null. */
    static @Nullable Rows bySubject(byte first) {
        return BY_WORDS_AFTER_SUBJECT[place(first, (byte) 0)];
    }

    static List<Row<?>> byEvent(BootEvent event) {
        return BY_EVENT.getOrDefault(event.getClass(), List.of());
    }

    private static int place(byte first, byte second) {
        return first * 31 + second & PLACES - 1;
    }

    private static Rows[] index(boolean subject) {
        Map<Integer, List<Row<?>>> places = new HashMap<>();
        for (Row<?> row : ROWS) {
            if (row.printk().startsWithSubject() == subject) {
                byte[] anchor = row.printk().anchor().bytes;
                int place = subject ? place(anchor[0], (byte) 0) : place(anchor[0], anchor[1]);
                places.computeIfAbsent(place, none -> new ArrayList<>()).add(row);
            }
        }
        Rows[] index = new Rows[PLACES];
        places.forEach((place, rows) -> index[place] = new Rows(rows));
        return index;
    }

    private static Map<Class<?>, List<Row<?>>> byEvent() {
        Map<Class<?>, List<Row<?>>> rows = new HashMap<>();
        for (Row<?> row : ROWS) {
            rows.computeIfAbsent(row.event(), none -> new ArrayList<>()).add(row);
        }
        return rows;
    }

    private RowIndex() {}
}
