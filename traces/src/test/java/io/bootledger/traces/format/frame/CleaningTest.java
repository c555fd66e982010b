package io.bootledger.traces.format.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is cleaned out of a line; each text stands for its bytes. */
class CleaningTest {
    static Stream<Arguments> dirty() {
        return Stream.of(
                Arguments.of("\033[1;31mred\033[0m text", "red text"),
                Arguments.of("\033[1;31mred\033[0~ text", "red text"),
                Arguments.of("\033[31@a", "a"),
                Arguments.of("\033]0;title\007a", "a"),
                Arguments.of("\033Ma", "a"),
                Arguments.of("a\033", "a"),
                Arguments.of("a\033[", "a"),
                Arguments.of("a\033[31", "a"),
                Arguments.of("a\033]title", "a"),
                Arguments.of("a\u00c2\u00a0b", "a b"),
                Arguments.of("a&nbsp;b", "a b"),
                Arguments.of("&lt;6&gt;&amp;&quot;&#39;", "<6>&\"'"),
                Arguments.of("a &unknown; b", "a &unknown; b"),
                Arguments.of("a=3D1=20b=09c=C2=A0d", "a=1 b c d"),
                Arguments.of("a=1", "a=1"),
                Arguments.of("a\0b\001c\037d", "abcd"),
                Arguments.of("a\tb", "a\tb"),
                Arguments.of("a\rb", "ab"),
                Arguments.of("a\177b\u00ffc", "abc"),
                Arguments.of("\u00ef\u00bb\u00bfa", "a"),
                Arguments.of("a\u00ef\u00bb\u00bf", "a"),
                Arguments.of("a\u00efb\u00bbc\u00bfd", "a\u00efb\u00bbc\u00bfd"),
                Arguments.of("\u00bb\u00bf", "\u00bb\u00bf"),
                Arguments.of("a\u00ef", "a\u00ef"),
                Arguments.of("x\u00bb\u00bf", "x\u00bb\u00bf"),
                Arguments.of("gr\u00c3\u00bcn", "gr\u00c3\u00bcn"));
    }

    @ParameterizedTest
    @MethodSource("dirty")
    void aLineIsCleaned(String dirty, String clean) {
        byte[] bytes = bytes(dirty);
        byte[] into = new byte[bytes.length];

        int length = Cleaning.clean(bytes, 0, bytes.length, into);

        assertThat(text(into, 0, length)).isEqualTo(clean);
    }

    @Test
    void onlyWhatLiesBetweenTwoPlacesIsCleaned() {
        byte[] bytes = bytes("\0a\0b\0");
        byte[] into = new byte[3];

        assertThat(Cleaning.clean(bytes, 1, 3, into)).isEqualTo(1);
        assertThat(into).isEqualTo(bytes("a\0\0"));
    }

    @Test
    void itIsWantedWhereTheLineHoldsAnythingThatItMayChange() {
        for (String dirty : new String[] {"a\033", "\0", "a&", "=", "\u00c2", "\037"}) {
            assertThat(wanted(dirty)).as(dirty).isTrue();
        }
        assertThat(wanted("plain [text]\t<6>~\r")).isFalse();
        assertThat(Cleaning.wanted(bytes("=a="), 1, 2)).isFalse();
    }

    private static boolean wanted(String text) {
        return Cleaning.wanted(bytes(text), 0, text.length());
    }

    @Test
    void aRecordBeginsAnewWithItsCleanLine() {
        LogRecord record = new LogRecord();
        byte[] bytes = bytes("xx&lt;6&gt; yy");
        record.begin(bytes, 2, bytes.length - 3, 7);

        assertThat(Cleaning.clean(record)).isTrue();
        assertThat(text(record.bytes, record.from, record.to)).isEqualTo("<6>");
        assertThat(record.lineNumber).isEqualTo(7);
        assertThat(Cleaning.clean(record)).as("nothing to change any more").isFalse();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(Arrays.copyOfRange(bytes, from, to), StandardCharsets.ISO_8859_1);
    }
}
