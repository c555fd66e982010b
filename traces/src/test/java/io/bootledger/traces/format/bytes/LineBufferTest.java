package io.bootledger.traces.format.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bootledger.traces.event.BootTime;
import io.bootledger.traces.event.Caller;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineBufferTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final LineBuffer buffer = new LineBuffer(out);

    @ParameterizedTest
    @CsvSource({
        "0, 1, 0",
        "7, 1, 7",
        "7, 3, 007",
        "123, 3, 123",
        "1234, 3, 1234",
        "10, 1, 10",
        "99, 2, 99",
        "100, 2, 100"
    })
    void aNumberIsFilledUpInFront(long number, int width, String written) {
        assertThat(written(line -> line.put(number, width, '0'))).isEqualTo(written);
    }

    @Test
    void theLargestNumberHasItsDigits() {
        assertThat(written(line -> line.put(Long.MAX_VALUE, 1, '0'))).isEqualTo("9223372036854775807");
    }

    @ParameterizedTest
    @CsvSource({
        "0, T1, '[    0.000000][    T1] '",
        "1500000, , '[    1.500000] '",
        "12345678901, C12, '[12345.678901][   C12] '",
        "123456789000001, T1234567, '[123456789.000001][T1234567] '",
    })
    void thePrefixIsPrintks(long micros, @Nullable String caller, String written) {
        Caller who = caller == null ? null : new Caller(caller.startsWith("T"), Integer.parseInt(caller.substring(1)));

        assertThat(written(line -> line.prefix(BootTime.ofMicros(micros), who))).isEqualTo(written);
    }

    @Test
    void noTimeIsZero() {
        assertThat(written(line -> line.seconds(null))).isEqualTo("    0.000000");
    }

    @Test
    void textIsUtf8() {
        assertThat(written(line -> line.put("gr\u00fcn").put('!'))).isEqualTo("gr\u00fcn!");
    }

    @Test
    void aPartOfSomeBytesIsThatPart() {
        byte[] bytes = {'a', 'b', 'c', 'd', 'e'};

        assertThat(written(line -> line.put('<').put(bytes, 1, 3).put('>').put(bytes, 4, 4)))
                .isEqualTo("<bc>");
    }

    @Test
    void linesAreWrittenWhereTheyAreWorthIt() {
        buffer.put("x".repeat(65_535)).endLine();
        assertThat(out.size()).isEqualTo(0);

        buffer.put('y').endLine();
        assertThat(out.size()).isEqualTo(65_536);

        buffer.put("z").endLine();
        buffer.flush();
        assertThat(out.size()).isEqualTo(65_537);
    }

    @Test
    void aLineMayBeLongerThanTheBuffer() {
        buffer.put("ab");
        for (int i = 0; i < 4_000; i++) {
            buffer.put(i, 60, '.');
        }
        buffer.put("x".repeat(700_000)).put('y').flush();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("ab")
                .endsWith("xy")
                .hasSize(2 + 240_000 + 700_001);
    }

    @Test
    void aStreamThatCannotBeWrittenToShows() {
        LineBuffer full = new LineBuffer(new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("no space");
            }
        });
        full.put('x');

        assertThatThrownBy(full::flush).isInstanceOf(UncheckedIOException.class).hasMessageContaining("no space");
    }

    private String written(Consumer<LineBuffer> line) {
        line.accept(buffer);
        buffer.flush();
        return out.toString(StandardCharsets.UTF_8);
    }
}
