package io.bootledger.cli.live;

import java.io.Closeable;
import java.io.IOException;

/** Bytes that are still being written somewhere. */
public interface Feed extends Closeable {
    /** How long a read waits for more. */
    long PATIENCE_MILLIS = 100;

    /** Reads what is there, waiting a little: how many bytes, 0 when there are none yet, -1 when no more will come. */
    int read(byte[] bytes, int from, int length) throws IOException;
}
