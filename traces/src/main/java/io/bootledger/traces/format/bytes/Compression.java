package io.bootledger.traces.format.bytes;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** How a log may be compressed, told by its first bytes; members that follow one another are read as one. */
public enum Compression {
    GZIP(0x1f, 0x8b) {
        @Override
        public WholePart open(InputStream stream) throws IOException {
            GzipCompressorInputStream plain = GzipCompressorInputStream.builder()
                    .setInputStream(stream)
                    .setDecompressConcatenated(true)
                    .get();
            return new WholePart(plain, plain::getBytesRead);
        }
    },
    XZ(0xfd, '7', 'z', 'X', 'Z') {
        @Override
        public WholePart open(InputStream stream) throws IOException {
            return new WholePart(new XzStreams(stream, MOST_MEMORY_KIB), () -> 0);
        }
    },
    ZSTD(0x28, 0xb5, 0x2f, 0xfd) {
        @Override
        public WholePart open(InputStream stream) throws IOException {
            try {
                return new WholePart(new ZstdInputStream(stream), () -> 0);
            } catch (LinkageError noRoom) {
                throw new IOException(
                        "the decompressor of zstd cannot be unpacked into the system's temporary directory:"
                                + " make room there, or decompress it first (zstd -d)",
                        noRoom);
            }
        }
    },
    BZIP2('B', 'Z', 'h') {
        @Override
        public WholePart open(InputStream stream) throws IOException {
            BZip2CompressorInputStream plain = new BZip2CompressorInputStream(stream, true);
            return new WholePart(plain, plain::getBytesRead);
        }
    };

    /** Enough for {@code xz -9}; a crafted header cannot ask for more. */
    private static final int MOST_MEMORY_KIB = 80 << 10;

    private final int[] magic;

    Compression(int... magic) {
        this.magic = magic;
    }

    public abstract WholePart open(InputStream stream) throws IOException;

    public boolean begins(byte[] head) {
        return startsWith(head, magic);
    }

    public static boolean startsWith(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
