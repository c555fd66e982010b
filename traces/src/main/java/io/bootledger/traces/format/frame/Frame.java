package io.bootledger.traces.format.frame;

/**
 * One way in which a log wraps a kernel message: a layer that can be peeled off the front of a line.
 *
 * @param name how {@code BootRecorded.format} calls it; empty for a layer that makes no format of its own
 * @param layer which layers it lies outside of
 * @param shape what it looks like
 */
public record Frame(String name, Layer layer, Shape shape) {
    /** The layers of a line from the outside in. */
    public enum Layer {
        /** Put on by whoever copied or quoted the text; several may lie on each other. */
        QUOTE,
        /** Put on by the program that received or captured the text. */
        HOST,
        /** printk's own prefix, in the order in which printk writes it. */
        PRIORITY,
        STAMP,
        CALLER,
        /** Put into the text by a vendor's kernel. */
        VENDOR
    }

    static Frame of(String name, Layer layer, String shape) {
        return new Frame(name, layer, Shape.of(shape));
    }

    /** Peels this layer off the record; false, and nothing changed, where it does not lie there. */
    public boolean peel(LogRecord record) {
        LogRecord.Clock clock = record.clock;
        long nanos = record.nanos;
        int priority = record.priority;
        int callerCode = record.callerCode;
        boolean framed = record.framed;
        long hostNanos = record.hostNanos;
        int end = shape.match(record, record.from);
        if (end >= 0) {
            record.from = end;
            record.framed |= layer.compareTo(Layer.PRIORITY) >= 0;
            return true;
        }
        record.clock = clock;
        record.nanos = nanos;
        record.priority = priority;
        record.callerCode = callerCode;
        record.framed = framed;
        record.hostNanos = hostNanos;
        return false;
    }
}
