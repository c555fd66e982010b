package io.bootledger.traces.format.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where lines end, what stands inside them, and carriage returns; a backslash stands for one, as in {@code a\b}. */
class LinesInBytesTest {
    /** What it looks at eight bytes at a time, against one byte at a time. */
    @Test
    void linesEndWhereALookAtEachByteFindsIt() {
        SplittableRandom random = new SplittableRandom(1);
        LineScanner scanner = new LineScanner();
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(1, 40) + 16];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = "abcdefgh[\r".getBytes(StandardCharsets.US_ASCII)[random.nextInt(10)];
            }
            int end = random.nextInt(bytes.length - 15);
            int start = random.nextInt(end + 1);
            bytes[end] = '\n';
            // The next line ends soon, in the same eight bytes perhaps.
            bytes[end + 1 + random.nextInt(4)] = '\n';
            String line = new String(bytes, start, end - start, StandardCharsets.US_ASCII);
            String behind = line.length() > 8 ? line.substring(8) : "";

            assertThat(scanner.end(bytes, start)).isEqualTo(end);
            assertThat(scanner.brackets()).as(line).isEqualTo(behind.contains("["));
            if (behind.isEmpty() || behind.indexOf('\r') < 0) {
                assertThat(scanner.returns()).as(line).isFalse();
            }
            if (behind.indexOf('\r') >= 0 && behind.indexOf('\r') < behind.length() - 1) {
                assertThat(scanner.returns()).as(line).isTrue();
            }
        }
    }

    @Test
    void aCarriageReturnAsTheLastByteOfALineIsItsEnd() {
        LineScanner scanner = new LineScanner();
        byte[] line = bytes("0123456789\\~----------------");

        assertThat(scanner.end(line, 0)).isEqualTo(11);
        assertThat(scanner.returns()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // text, place of the first line that is not empty, lines before it; a tilde ends a line
        "~~a, 2, 2",
        "a~~, 0, 0",
        "~~~~~~~~~a, 9, 9",
        "\\~\\~\\~\\~\\~a, 10, 5",
        "~\\~a, 3, 2",
        "\\a~, 0, 0",
        "~~~~, 4, 4",
        "~~~\\, 3, 3",
        "~~~~~~~~~~~~~~~~, 16, 16",
    })
    void emptyLinesArePassedOverAndCounted(String text, int place, int lines) {
        LineScanner scanner = new LineScanner();

        assertThat(scanner.empty(bytes(text), 0, text.length())).isEqualTo(place);
        assertThat(scanner.emptyLines()).isEqualTo(lines);
        assertThat(scanner.empty(bytes("b" + text), 1, 1 + text.length())).isEqualTo(1 + place);
        assertThat(scanner.emptyLines()).isEqualTo(lines);
    }

    @Test
    void emptyLinesAreNotLookedForBehindTheEnd() {
        assertThat(new LineScanner().empty(bytes("~~~~~~~~~~"), 0, 3)).isEqualTo(3);
        assertThat(new LineScanner().empty(bytes("~~\\~"), 0, 3)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        // text, where it goes on behind its first carriage return that ends no line, the same behind those it begins
        // with
        "ab, -1, -1",
        "a\\b, 2, 2",
        "a\\\\\\b, 4, 4",
        "a\\, -1, -1",
        "a\\\\, -1, -1",
        "a\\~, -1, -1",
        "\\a\\b, 1, 3",
        "\\a, 1, -1",
        "\\\\, -1, -1",
    })
    void aCarriageReturnBeginsARecordWhereSomethingFollows(String text, int next, int inside) {
        assertThat(CarriageReturns.next(bytes(text), 0, text.length())).isEqualTo(next);
        assertThat(CarriageReturns.inside(bytes(text), 0, text.length())).isEqualTo(inside);
    }

    @ParameterizedTest
    @CsvSource({"a\\b\\c, a~b~c, true", "a\\\\b, a\\~b, true", "ab\\, ab\\, false", "ab\\~, ab\\~, false"})
    void aLongLineIsCutAtEachOfThem(String text, String lines, boolean any) {
        byte[] bytes = bytes(text);

        assertThat(CarriageReturns.endLines(bytes, 0, bytes.length)).isEqualTo(any);
        assertThat(bytes).isEqualTo(bytes(lines));
    }

    private static byte[] bytes(String text) {
        return text.replace('\\', '\r').replace('~', '\n').getBytes(StandardCharsets.US_ASCII);
    }
}
