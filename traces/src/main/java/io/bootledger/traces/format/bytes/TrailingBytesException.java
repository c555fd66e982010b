package io.bootledger.traces.format.bytes;

import java.io.IOException;

/** The compressed data is whole, and something else follows it. */
public final class TrailingBytesException extends IOException {
    private static final long serialVersionUID = 1L;

    TrailingBytesException() {
        super("something else follows its compressed data");
    }
}
