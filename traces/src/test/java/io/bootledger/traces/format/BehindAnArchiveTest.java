package io.bootledger.traces.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import io.bootledger.traces.format.bytes.TrailingBytesException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** What follows a whole archive cuts nothing. */
class BehindAnArchiveTest {
    private static final byte[] LOG =
            "[    0.000000] Linux version 6.1.0 (a@b) (gcc) #1\n".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 5, 11, 12, 13, 4000})
    void itIsToldFromWhatIsMissing(int count) throws IOException {
        byte[] xz = xz();
        byte[] padded = Arrays.copyOf(xz, xz.length + count);
        assertThat(damage(padded)).as("zeros").isNull();
        assertThat(damage(followed(xz, count))).isInstanceOf(TrailingBytesException.class);
        assertThat(damage(followed(gzip(), count))).isInstanceOf(TrailingBytesException.class);
        if (count >= 4) {
            assertThat(damage(followed(Zstd.compress(LOG), count))).isInstanceOf(TrailingBytesException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 12, 20})
    void whatIsMissingIsSaid(int count) throws IOException {
        byte[] twice = followed(xz(), 0);
        byte[] second = xz();
        byte[] both = Arrays.copyOf(twice, twice.length + second.length);
        System.arraycopy(second, 0, both, twice.length, second.length);
        assertThat(damage(both)).isNull();
        IOException damage = damage(Arrays.copyOf(both, both.length - count));
        assertThat(damage).isNotNull().isNotInstanceOf(TrailingBytesException.class);
        assertThat(LogSource.isCut(damage)).isTrue();
    }

    private static byte[] followed(byte[] archive, int count) {
        byte[] followed = Arrays.copyOf(archive, archive.length + count);
        Arrays.fill(followed, archive.length, followed.length, (byte) 'x');
        return followed;
    }

    private static IOException damage(byte[] archive) throws IOException {
        try (LogSource source = LogSource.stream("archive", new ByteArrayInputStream(archive))) {
            source.stream().readAllBytes();
            return source.damage();
        }
    }

    private static byte[] gzip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(LOG);
        }
        return bytes.toByteArray();
    }

    private static byte[] xz() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new XZOutputStream(bytes, new LZMA2Options(1))) {
            out.write(LOG);
        }
        return bytes.toByteArray();
    }
}
