package io.bootledger.traces.format.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class CompressionTest {
    private static final byte[] LOG = "[    0.000000] Linux version 6.1.0\n".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @EnumSource
    void archivesThatFollowOneAnotherAreOne(Compression compression) throws IOException {
        byte[] archive = archive(compression, LOG);

        WholePart plain = open(compression, joined(archive, archive));

        assertThat(plain.readAllBytes()).isEqualTo(joined(LOG, LOG));
        assertThat(plain.damage()).isNull();
        assertThat(compression.begins(archive)).isTrue();
        assertThat(Stream.of(Compression.values()).filter(other -> other.begins(archive)))
                .containsExactly(compression);
    }

    @ParameterizedTest
    @EnumSource
    void itIsReadByteByByteToo(Compression compression) throws IOException {
        byte[] octets = {0, 127, (byte) 0x80, (byte) 0xff};
        WholePart plain = open(compression, archive(compression, octets));

        for (byte octet : octets) {
            assertThat(plain.read()).isEqualTo(octet & 0xff);
        }
        assertThat(plain.read()).isEqualTo(-1);
    }

    /** What cannot be compressed is in several blocks, of which the first are whole. */
    @ParameterizedTest
    @EnumSource
    void ofAnArchiveThatIsCutTheWholePartIsReadAndTheDamageSaid(Compression compression) throws IOException {
        byte[] noise = new byte[400_000];
        new Random(1).nextBytes(noise);
        byte[] archive = archive(compression, noise);

        WholePart plain = open(compression, Arrays.copyOf(archive, archive.length - 100));
        byte[] whole = plain.readAllBytes();

        assertThat(whole.length).isBetween(100_000, noise.length);
        assertThat(whole).isEqualTo(Arrays.copyOf(noise, whole.length));
        assertThat(plain.damage()).isNotNull().isNotInstanceOf(TrailingBytesException.class);
        assertThat(plain.read()).as("and nothing after that").isEqualTo(-1);
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "XZ", "ZSTD"})
    void whatElseFollowsIsToldFromDamage(Compression compression) throws IOException {
        WholePart plain = open(compression, joined(archive(compression, LOG), LOG));

        assertThat(plain.readAllBytes()).isEqualTo(LOG);
        assertThat(plain.damage()).isInstanceOf(TrailingBytesException.class);
    }

    @ParameterizedTest
    @EnumSource
    void whatHasNoWholePartCannotBeRead(Compression compression) throws IOException {
        byte[] head = Arrays.copyOf(archive(compression, LOG), 5);

        assertThatThrownBy(() -> open(compression, head).readAllBytes()).isInstanceOf(IOException.class);
    }

    @Test
    void zerosBehindAndBetweenStreamsOfXzArePadding() throws IOException {
        byte[] archive = archive(Compression.XZ, LOG);
        byte[] padded = Arrays.copyOf(archive, archive.length + 8);

        WholePart plain = open(Compression.XZ, joined(padded, padded));

        assertThat(plain.readAllBytes()).isEqualTo(joined(LOG, LOG));
        assertThat(plain.damage()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void closingItClosesWhatItIsReadFrom(Compression compression) throws IOException {
        boolean[] closed = {false};
        InputStream archive = new ByteArrayInputStream(archive(compression, LOG)) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };

        compression.open(archive).close();

        assertThat(closed[0]).isTrue();
    }

    @Test
    void aHeadThatIsTooShortBeginsNothing() {
        assertThat(Compression.startsWith(new byte[] {'B', 'Z'}, 'B', 'Z', 'h')).isFalse();
        assertThat(Compression.startsWith(new byte[] {'B', 'Z', 'h'}, 'B', 'Z', 'h'))
                .isTrue();
        assertThat(Compression.startsWith(new byte[] {'B', 'Z', 'x'}, 'B', 'Z', 'h'))
                .isFalse();
    }

    private static WholePart open(Compression compression, byte[] archive) throws IOException {
        return compression.open(new ByteArrayInputStream(archive));
    }

    private static byte[] archive(Compression compression, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = switch (compression) {
            case GZIP -> new GZIPOutputStream(bytes);
            case XZ -> new XZOutputStream(bytes, new LZMA2Options(1));
            case ZSTD -> new ZstdOutputStream(bytes);
            case BZIP2 -> new BZip2CompressorOutputStream(bytes, 1);
        }) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] joined = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, joined, one.length, other.length);
        return joined;
    }
}
