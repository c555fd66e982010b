package io.bootledger.reports.sql;

import org.jspecify.annotations.Nullable;

/** The engine cannot answer a query; the message is its own reason. */
public final class SqlRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    public SqlRefusedException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
