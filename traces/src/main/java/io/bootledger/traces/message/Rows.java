package io.bootledger.traces.message;

import io.bootledger.traces.event.BootEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a message may belong to, found by its first two bytes or, for messages that name their subject first, by the first
 * byte after {@code ": "}.
 */
record Rows(Row<?>[] rows) {
    /** All rows; where two read or write the same, the first one does. */
    static final List<Row<?>> ALL = Stream.of(
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

    /** Subjects are names of devices, drivers and modules; none is longer. */
    private static final int LONGEST_SUBJECT = 80;

    private static final Rows[] BY_START = index(false);
    private static final Rows[] BY_WORDS_AFTER_SUBJECT = index(true);
    private static final Map<Class<?>, List<Row<?>>> BY_EVENT = byEvent();

    /** The rows of messages that begin like this one, or null. */
    static @Nullable Rows byStart(Cursor in) {
        if (in.end - in.from < 2) {
            return null;
        }
        Rows rows = BY_START[place(in.bytes[in.from], in.bytes[in.from + 1])];
        return rows != null && rows.startLike(in.bytes, in.from, in.end) ? rows : null;
    }

    /** The rows of messages that go on like this one after their subject, or null. */
    static @Nullable Rows bySubject(Cursor in) {
        byte[] bytes = in.bytes;
        int last = Math.min(in.end - 4, in.from + LONGEST_SUBJECT);
        for (int at = in.from; at <= last; at++) {
            if (bytes[at] == ':' && bytes[at + 1] == ' ') {
                Rows rows = BY_WORDS_AFTER_SUBJECT[place(bytes[at + 2], (byte) 0)];
                return rows != null && rows.startLike(bytes, at, in.end) ? rows : null;
            }
        }
        return null;
    }

    /** Whether the message shares its first bytes with a row: several pairs of bytes share a place. */
    private boolean startLike(byte[] bytes, int from, int to) {
        for (Row<?> row : rows) {
            byte[] literal = row.printk().anchor().bytes;
            int length = Math.min(7, Math.min(literal.length, to - from));
            int same = 0;
            while (same < length && bytes[from + same] == literal[same]) {
                same++;
            }
            if (same == length) {
                return true;
            }
        }
        return false;
    }

    private static int place(byte first, byte second) {
        return first * 31 + second & PLACES - 1;
    }

    private static Rows[] index(boolean subject) {
        Map<Integer, List<Row<?>>> places = new HashMap<>();
        for (Row<?> row : ALL) {
            if (row.printk().startsWithSubject() == subject) {
                byte[] anchor = row.printk().anchor().bytes;
                int place = subject ? place(anchor[2], (byte) 0) : place(anchor[0], anchor[1]);
                places.computeIfAbsent(place, none -> new ArrayList<>()).add(row);
            }
        }
        Rows[] index = new Rows[PLACES];
        places.forEach((place, rows) -> index[place] = new Rows(rows.toArray(Row<?>[]::new)));
        return index;
    }

    static List<Row<?>> forEvent(BootEvent event) {
        return BY_EVENT.getOrDefault(event.getClass(), List.of());
    }

    private static Map<Class<?>, List<Row<?>>> byEvent() {
        Map<Class<?>, List<Row<?>>> rows = new HashMap<>();
        for (Row<?> row : ALL) {
            rows.computeIfAbsent(row.event(), event -> new ArrayList<>()).add(row);
        }
        return rows;
    }
}
