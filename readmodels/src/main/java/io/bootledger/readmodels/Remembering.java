package io.bootledger.readmodels;

import io.bootledger.traces.store.BootId;
import io.bootledger.traces.store.ViewFile;
import io.bootledger.traces.stream.EventsRead;
import java.io.IOException;

/** Hears how the summaries of a store are brought up to date. */
public interface Remembering {
    /** Hears nothing. */
    Remembering UNHEARD = new Remembering() {};

    /** So many boots have no summary yet; each is now read. */
    default void begins(int boots) {}

    /** A boot has its summary. */
    default void summarized(BootId boot, EventsRead read) {}

    /** The store cannot be written: what is made now is gone when it is closed. */
    default void notKept(ViewFile view, IOException why) {}

    /** Somebody forgot a boot meanwhile. */
    default void gone(BootId boot) {}

    /** A boot cannot be read, and has none. */
    default void damaged(BootId boot, IOException why) {}
}
