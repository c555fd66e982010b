package io.bootledger.traces.format.bytes;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdIOException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a compressed log as far as they are whole: where it was cut short, is damaged, or goes on with something else, it
 * ends, and {@link #damage()} says how. Used by one thread at a time.
 */
public final class WholePart extends InputStream {
    private final InputStream in;
    private final LongSupplier decompressed;
    private long delivered;
    private @Nullable IOException damage;

    /** @param decompressed how many bytes {@code in} has written, also in a read that then failed; 0 if such a read writes none */
    WholePart(InputStream in, LongSupplier decompressed) {
        this.in = in;
        this.decompressed = decompressed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (damage != null) {
            return -1;
        }
        int count;
        try {
            count = in.read(bytes, from, length);
        } catch (IOException e) {
            count = (int) Math.max(0, Math.min(length, decompressed.getAsLong() - delivered));
            if (delivered + count <= 0) {
                throw e;
            }
            damage = isBehindTheEnd(e) ? new TrailingBytesException() : e;
        }
        delivered += Math.max(count, 0);
        return damage != null && count <= 0 ? -1 : count;
    }

    /** Each library has its own way to say that what follows a whole archive is none. */
    private static boolean isBehindTheEnd(IOException e) {
        return e instanceof TrailingBytesException
                || e instanceof ZstdIOException zstd && zstd.getErrorCode() == Zstd.errPrefixUnknown()
                || String.valueOf(e.getMessage()).contains(" after a valid ");
    }

    /** What ended it too early; null if nothing did. */
    @Nullable
    public IOException damage() {
        return damage;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
