package io.bootledger.traces.format.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.SingleXZInputStream;

/** Streams of xz one after the other, and zeros between: what else follows a whole stream is told from a stream that is cut. */
final class XzStreams extends InputStream {
    private static final byte[] MAGIC = {(byte) 0xfd, '7', 'z', 'X', 'Z', 0};

    private final PushbackInputStream in;
    private final int mostMemoryKib;
    private @Nullable SingleXZInputStream open;

    XzStreams(InputStream in, int mostMemoryKib) throws IOException {
        this.in = new PushbackInputStream(in, MAGIC.length);
        this.mostMemoryKib = mostMemoryKib;
        this.open = new SingleXZInputStream(this.in, mostMemoryKib);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        while (open != null) {
            int count = open.read(bytes, from, length);
            if (count >= 0) {
                return count;
            }
            open = next();
        }
        return -1;
    }

    private @Nullable SingleXZInputStream next() throws IOException {
        int octet = in.read();
        while (octet == 0) {
            octet = in.read();
        }
        if (octet < 0) {
            return null;
        }
        in.unread(octet);
        byte[] head = in.readNBytes(MAGIC.length);
        if (!Arrays.equals(head, MAGIC)) {
            throw new TrailingBytesException();
        }
        in.unread(head);
        return new SingleXZInputStream(in, mostMemoryKib);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
