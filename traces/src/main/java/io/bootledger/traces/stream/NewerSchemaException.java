package io.bootledger.traces.stream;

import java.io.IOException;

/** Events that are whole, as far as can be told, and that only a newer Bootledger can read. */
public final class NewerSchemaException extends IOException {
    private static final long serialVersionUID = 1L;

    public NewerSchemaException(String schema) {
        super("its schema is " + schema + ", and this Bootledger reads up to " + EventsHeader.SCHEMA
                + ": use a newer one");
    }
}
