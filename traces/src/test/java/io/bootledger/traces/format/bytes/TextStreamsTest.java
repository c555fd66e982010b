package io.bootledger.traces.format.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts line by line, in other encodings, and what is no text. */
class TextStreamsTest {
    @Test
    void linesAreReadWithoutTheirEnds() throws IOException {
        assertThat(lines("one\r\n\ntwo")).containsExactly("one", "", "two");
        assertThat(lines("one\n")).containsExactly("one");
        assertThat(lines("")).isEmpty();
        assertThat(lines("gr\u00fcn\n")).containsExactly("gr\u00fcn");
    }

    @Test
    void aLineThatIsLongerThanAnyIsCut() throws IOException {
        assertThat(lines("x".repeat(4_096) + "\n" + "y".repeat(4_097) + "\nz"))
                .containsExactly("x".repeat(4_096), "y".repeat(4_096), "z");
    }

    @Test
    void linesGoOnBeyondWhatIsReadAtOnce() throws IOException {
        List<String> lines = lines("0123456789abcde\n".repeat(10_000) + "end");

        assertThat(lines).hasSize(10_001).endsWith("0123456789abcde", "end");
    }

    @Test
    void aFileThatIsLongerThanItMayBeIsRefused() throws IOException {
        byte[] text = "12345\n".repeat(500_000).getBytes(StandardCharsets.US_ASCII);
        TextLines exact = new TextLines(new ByteArrayInputStream(text), text.length, "symbol table");
        while (exact.next() != null) {
            // To the end.
        }
        TextLines longer = new TextLines(new ByteArrayInputStream(text), 2 << 20, "symbol table");

        assertThatThrownBy(() -> {
                    while (longer.next() != null) {
                        // To the end.
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessage("it is longer than 2 MiB, and no symbol table is");
    }

    private static List<String> lines(String text) throws IOException {
        TextLines lines = new TextLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        List<String> all = new ArrayList<>();
        for (String line = lines.next(); line != null; line = lines.next()) {
            all.add(line);
        }
        return all;
    }

    @Test
    void anotherEncodingIsReadAsUtf8() throws IOException {
        String text = "[    0.000000] gr\u00fcn \u20ac\n".repeat(3_000);
        byte[] utf16 = text.getBytes(StandardCharsets.UTF_16LE);

        assertThat(utf8(utf16).readAllBytes()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        InputStream byteByByte = utf8("\u00fc".getBytes(StandardCharsets.UTF_16LE));
        assertThat(List.of(byteByByte.read(), byteByByte.read(), byteByByte.read()))
                .containsExactly(0xc3, 0xbc, -1);
    }

    @Test
    void noMoreIsReadThanIsAskedForAndClosingClosesIt() throws IOException {
        boolean[] closed = {false};
        InputStream source = new ByteArrayInputStream("abcdef".getBytes(StandardCharsets.UTF_16LE)) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        byte[] target = new byte[5];

        try (InputStream stream = new Utf8InputStream(source, StandardCharsets.UTF_16LE)) {
            assertThat(stream.read(target, 1, 3)).isEqualTo(3);
            assertThat(target).containsExactly(0, 'a', 'b', 'c', 0);
            assertThat(stream.read(target, 0, 5)).isEqualTo(3);
            assertThat(stream.read(target, 0, 5)).isEqualTo(-1);
        }
        assertThat(closed[0]).isTrue();
    }

    private static InputStream utf8(byte[] utf16) {
        return new Utf8InputStream(new ByteArrayInputStream(utf16), StandardCharsets.UTF_16LE);
    }

    @ParameterizedTest
    @CsvSource({
        "89504e470d0a1a0a, a PNG picture",
        "ffd8ffe0, a JPEG picture",
        "4749463839, a GIF picture",
        "7f454c46, an ELF binary",
        "255044462d, a PDF document",
        "504b0304, a ZIP archive",
        "504b5f, text",
        "41424344454647484900, text",
        "414243444546474800, binary data",
        "0a0d091b, text",
        "ffc3bc20, text",
        "'', nothing",
    })
    void whatIsNoLogIsToldByItsFirstBytes(String hex, String kind) {
        byte[] bytes = HexFormat.of().parseHex("00" + hex);

        assertThat(ContentKind.of(bytes, 1, bytes.length)).isEqualTo(kind);
    }

    @Test
    void onlyTheFirstFourKibibytesTell() {
        byte[] bytes = new byte[10_000];
        Arrays.fill(bytes, 0, 4_096, (byte) 'a');

        assertThat(ContentKind.of(bytes, 0, bytes.length)).isEqualTo("text");
        assertThat(ContentKind.of(bytes, 4_000, bytes.length)).isEqualTo("binary data");
    }

    @Test
    void anInputThatMayNeverEndIsGivenAsItIs() throws IOException {
        byte[] octets = {0, 'a', (byte) 0xff, '\n'};
        EndlessInput input = new EndlessInput(new ByteArrayInputStream(octets));

        for (byte octet : octets) {
            assertThat(input.read()).isEqualTo(octet & 0xff);
        }
        assertThat(input.read()).isEqualTo(-1);
        assertThat(input.isGivenUp()).isFalse();
    }

    /** Of 64 MiB each, always the same: text, and an end of a line, must both be there to be one. */
    @ParameterizedTest
    @CsvSource({
        "' ', '', true",
        "' ', '~', true",
        "'x', '', true",
        "'x', '~', false",
        "'!', '~', false",
        "'\u00ff', '~', false"
    })
    void itIsGivenUpBehindSoMuchWithoutALineOfText(String first, String second, boolean givenUp) throws IOException {
        byte[] block = new byte[64 << 20];
        EndlessInput input = new EndlessInput(new InputStream() {
            @Override
            public int read() {
                return 0;
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                return length;
            }
        });
        block[7] = (byte) first.charAt(0);
        block[9] = (byte) (second.isEmpty() ? 0 : '\n');

        for (int i = 0; i < 4; i++) {
            assertThat(input.read(block, 0, block.length)).isEqualTo(block.length);
        }
        assertThat(input.isGivenUp()).as("at 256 MiB").isFalse();
        assertThat(input.read(block, 0, 10)).isEqualTo(10);
        assertThat(input.isGivenUp()).isEqualTo(givenUp);
        assertThat(input.read(block, 0, 10)).isEqualTo(givenUp ? -1 : 10);
    }
}
