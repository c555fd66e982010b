package io.bootledger.traces.stream;

import java.io.IOException;

/** Events that are whole, as far as can be told, and that only a newer Bootledger can read. */
public final class NewerSchemaException extends IOException {
    private static final long serialVersionUID = 1L;

    private NewerSchemaException(String what, String mine) {
        super("its " + what + ", and this Bootledger reads " + mine + ": use a newer one");
    }

    /** What stands under that header. */
    public static NewerSchemaException of(EventsHeader header) {
        return header.hasNewerForm()
                ? new NewerSchemaException("form is " + header.form(), "lines and packed ones")
                : new NewerSchemaException("schema is " + header.schema(), "up to " + EventsHeader.SCHEMA);
    }
}
