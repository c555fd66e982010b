package io.bootledger.traces.format.write;

import io.bootledger.traces.event.EventSink;
import java.io.IOException;

/**
 * Writes the records of boots as a log of one form, in the order in which they are taken. An event that the kernel's version prints
 * no message for leaves no line. A stream that cannot be written to shows as an {@code UncheckedIOException}.
 */
public interface LogWriter extends EventSink {
    /** The boot is over; the form's last lines are written and everything is handed to the stream. */
    void endBoot() throws IOException;
}
