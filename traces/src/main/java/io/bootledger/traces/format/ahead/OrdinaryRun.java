package io.bootledger.traces.format.ahead;

/**
 * A run of ordinary lines in printk's own frame, each told at a glance: a machine that runs writes hardly any others. Used by one
 * thread at a time.
 */
final class OrdinaryRun {
    private final PrintkLine line;
    private int lines;
    private long firstNanos;
    private long lastNanos;
    private long frames;

    /** @param line looks at the lines, the one behind the run last */
    OrdinaryRun(PrintkLine line) {
        this.line = line;
    }

    /**
     * Goes on while the lines are ordinary, in the same frame, and none is earlier than the one before.
     *
     * @return where the first line begins that is not, or {@code to}
     */
    int end(byte[] bytes, int from, int to) {
        int at = from;
        int count = 0;
        long last = 0;
        while (at < to) {
            line.look(bytes, at);
            if (line.nanos() < last || !line.isPlain() || !line.isOrdinary() || count > 0 && line.frames() != frames) {
                break;
            }
            if (count++ == 0) {
                firstNanos = line.nanos();
                frames = line.frames();
            }
            last = line.nanos();
            at = line.end() + 1;
        }
        lines = count;
        lastNanos = last;
        return at;
    }

    int lines() {
        return lines;
    }

    long firstNanos() {
        return firstNanos;
    }

    long lastNanos() {
        return lastNanos;
    }

    long frames() {
        return frames;
    }
}
