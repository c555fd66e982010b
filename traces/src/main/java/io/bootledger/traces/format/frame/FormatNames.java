package io.bootledger.traces.format.frame;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The names of the formats that a boot's lines were in, most frequent first. */
public final class FormatNames {
    /** Of a frame that no row lists. */
    public static final String REGULAR_PREFIX = "regular prefix";

    /** Formats that are more than a layer at the front of a line. */
    private static final List<String> OTHERS =
            List.of("serial console", "journalctl short-monotonic", "json", "journal export", REGULAR_PREFIX);

    private static final List<String> NAMES = names();
    private static final int CALLER = indexOf("+caller");
    private static final int SERIAL_CONSOLE = indexOf("serial console");

    static int indexOf(String name) {
        int index = NAMES.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("not the name of a format: " + name);
        }
        return index;
    }

    static long bit(String name) {
        return 1L << indexOf(name);
    }

    private static List<String> names() {
        List<String> names =
                new ArrayList<>(Frames.ALL.stream().map(Frame::name).distinct().toList());
        names.addAll(OTHERS);
        return List.copyOf(names);
    }

    /** How often each format was seen. */
    public static final class Counts {
        private final long[] seen = new long[NAMES.size()];
        private long last;
        private long lastCount;

        /** Most lines have the layers of the line before. */
        public void count(long frames, long records) {
            if (frames != last) {
                spread();
                last = frames;
            }
            lastCount += records;
        }

        public void add(Counts other) {
            other.spread();
            for (int i = 0; i < seen.length; i++) {
                seen[i] += other.seen[i];
            }
        }

        private void spread() {
            for (int i = 0; i < seen.length; i++) {
                seen[i] += (last >>> i & 1) * lastCount;
            }
            lastCount = 0;
        }

        /** {@code dmesg}, {@code syslog, dmesg+caller}; {@code text} where no frame was seen. */
        public String name() {
            spread();
            List<String> names = new ArrayList<>();
            for (int i = 0; i < seen.length; i++) {
                if (seen[i] > 0 && isFormat(NAMES.get(i))) {
                    names.add(NAMES.get(i));
                }
            }
            if (names.size() > 1) {
                names.sort(Comparator.comparingLong(name -> -seen[indexOf(name)]));
            }
            String suffix = seen[CALLER] > 0 ? "+caller" : "";
            return (names.isEmpty() ? "text" : String.join(", ", names)) + suffix;
        }

        /** A console's lines look like those of dmesg; how they end tells them apart. */
        private boolean isFormat(String name) {
            boolean console = name.equals("dmesg") && seen[SERIAL_CONSOLE] > 0;
            return !name.isEmpty() && !name.startsWith("+") && !console;
        }
    }

    private FormatNames() {}
}
