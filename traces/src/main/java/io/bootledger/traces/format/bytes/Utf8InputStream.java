package io.bootledger.traces.format.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A text in another encoding, read as UTF-8. */
public final class Utf8InputStream extends InputStream {
    private final Reader reader;
    private final CharBuffer chars = CharBuffer.allocate(1 << 14);
    private ByteBuffer bytes = ByteBuffer.allocate(0);

    public Utf8InputStream(InputStream stream, Charset charset) {
        this.reader = new InputStreamReader(stream, charset);
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, bytes.remaining());
        bytes.get(target, offset, count);
        return count;
    }

    private boolean fill() throws IOException {
        while (!bytes.hasRemaining()) {
            chars.clear();
            if (reader.read(chars) < 0) {
                return false;
            }
            chars.flip();
            bytes = StandardCharsets.UTF_8.encode(chars);
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
