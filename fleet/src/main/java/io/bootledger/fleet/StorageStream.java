package io.bootledger.fleet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The bytes of an input. Knows whether it was the storage that failed, which Spark tries again, or what is in the file. */
final class StorageStream extends FilterInputStream {
    private volatile @Nullable IOException failure;

    StorageStream(InputStream in) {
        super(in);
    }

    /** Throws again what the storage has thrown. */
    void throwAgain() throws IOException {
        IOException failed = failure;
        if (failed != null) {
            throw failed;
        }
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        try {
            return super.read(bytes, from, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }
}
