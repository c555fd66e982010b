package io.bootledger.traces.stage;

import io.bootledger.traces.event.machine.StageReported;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads from a line who speaks, other than the running kernel. Of rows that fit the first one counts. */
public final class StageTable {
    /** Of which more than this is not looked at. */
    private static final int LONGEST = 512;

    private static final int BYTES = 256;

    static final StageTable BEFORE_KERNEL = new StageTable(
            Stream.concat(LoaderRows.ROWS.stream(), BoardRows.ROWS.stream()).toList());
    static final StageTable BEHIND_KERNEL = new StageTable(UserspaceRows.ROWS);

    private final StageRow[][] rows = new StageRow[BYTES][];

    private StageTable(List<StageRow> all) {
        for (int first = 0; first < BYTES; first++) {
            List<StageRow> begun = new ArrayList<>();
            for (StageRow row : all) {
                byte begin = (byte) first;
                if (row.shapes().stream().anyMatch(shape -> shape.mayBegin(begin))) {
                    begun.add(row);
                }
            }
            rows[first] = begun.toArray(new StageRow[0]);
        }
    }

    /** What a line says that came before the kernel spoke; null for nothing of the kind. */
    public static @Nullable StageReported beforeKernel(byte[] bytes, int from, int to) {
        return BEFORE_KERNEL.read(bytes, from, to);
    }

    /** What a line says that came after the kernel handed over; null for nothing of the kind. */
    public static @Nullable StageReported behindKernel(byte[] bytes, int from, int to) {
        return BEHIND_KERNEL.read(bytes, from, to);
    }

    @Nullable
    StageReported read(byte[] bytes, int from, int to) {
        int begin = behindTags(bytes, from, Math.min(to, from + LONGEST));
        int end = Math.min(to, begin + LONGEST);
        if (begin >= end) {
            return null;
        }
        for (StageRow row : rows[bytes[begin] & 0xff]) {
            if (row.fits(bytes, begin, end)) {
                return row.stage().equals(UserspaceRows.NOBODY) ? null : row.reported(bytes, begin, end);
            }
        }
        return null;
    }

    /** Noise of a line that changed its speed, colours, and the levels and stamps that some loaders put before their words. */
    private static int behindTags(byte[] bytes, int from, int to) {
        int at = from;
        int before = -1;
        while (at < to && at != before) {
            before = at;
            while (at < to && (bytes[at] <= ' ' || bytes[at] > '~') && bytes[at] != 0x1b) {
                at++;
            }
            at = behindEscape(bytes, at, to);
            at = LoaderStamps.behind(bytes, behindBracket(bytes, at, to), to);
        }
        return at;
    }

    private static int behindEscape(byte[] bytes, int at, int to) {
        if (at + 1 >= to || bytes[at] != 0x1b) {
            return at;
        }
        int end = at + 1;
        if (bytes[end] == '[') {
            end++;
            while (end < to && (bytes[end] < '@' || bytes[end] > '~')) {
                end++;
            }
        }
        return Math.min(end + 1, to);
    }

    /** Such as {@code [34]} or coreboot's {@code [NOTE ]}. */
    private static int behindBracket(byte[] bytes, int at, int to) {
        if (at >= to || bytes[at] != '[') {
            return at;
        }
        int end = at + 1;
        boolean digits = true;
        boolean capitals = true;
        while (end < to && end <= at + 6 && bytes[end] != ']') {
            boolean digit = bytes[end] >= '0' && bytes[end] <= '9';
            boolean capital = bytes[end] >= 'A' && bytes[end] <= 'Z' || bytes[end] == ' ' && end > at + 4;
            digits &= digit;
            capitals &= capital;
            end++;
        }
        boolean level = capitals && end == at + 6;
        boolean tag = end < to && bytes[end] == ']' && end > at + 1 && (digits || level);
        return tag ? end + 1 : at;
    }

    /** Of all rows, for the tests. */
    static List<StageRow> rows() {
        return Stream.of(LoaderRows.ROWS, BoardRows.ROWS, UserspaceRows.ROWS)
                .flatMap(List::stream)
                .toList();
    }
}
