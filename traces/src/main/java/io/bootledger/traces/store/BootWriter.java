package io.bootledger.traces.store;

import io.bootledger.traces.event.EventSink;
import java.io.Closeable;
import java.io.IOException;

/** A boot on its way into a store. It is there when it is committed; closed without that, nothing of it remains. */
public interface BootWriter extends EventSink, Closeable {
    /** Puts the boot into the store, whole and for good. */
    Appended commit() throws IOException;
}
