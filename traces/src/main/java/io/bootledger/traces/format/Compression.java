package io.bootledger.traces.format;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.tukaani.xz.XZInputStream;

/** How a log may be compressed, told by its first bytes; members that follow one another are read as one. */
enum Compression {
    GZIP(0x1f, 0x8b) {
        @Override
        InputStream open(InputStream stream) throws IOException {
            return GzipCompressorInputStream.builder()
                    .setInputStream(stream)
                    .setDecompressConcatenated(true)
                    .get();
        }
    },
    XZ(0xfd, '7', 'z', 'X', 'Z') {
        @Override
        InputStream open(InputStream stream) throws IOException {
            return new XZInputStream(stream, MOST_MEMORY_KIB);
        }
    },
    ZSTD(0x28, 0xb5, 0x2f, 0xfd) {
        @Override
        InputStream open(InputStream stream) throws IOException {
            return new ZstdInputStream(stream);
        }
    },
    BZIP2('B', 'Z', 'h') {
        @Override
        InputStream open(InputStream stream) throws IOException {
            return new BZip2CompressorInputStream(stream, true);
        }
    };

    /** Enough for {@code xz -9}; a crafted header cannot ask for more. */
    private static final int MOST_MEMORY_KIB = 80 << 10;

    private final int[] magic;

    Compression(int... magic) {
        this.magic = magic;
    }

    abstract InputStream open(InputStream stream) throws IOException;

    boolean begins(byte[] head) {
        return startsWith(head, magic);
    }

    static boolean startsWith(byte[] head, int... magic) {
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
