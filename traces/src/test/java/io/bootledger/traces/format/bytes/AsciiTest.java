package io.bootledger.traces.format.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsciiTest {
    @Test
    void everyByteIsADigitALetterABlankOrNone() {
        StringBuilder digits = new StringBuilder();
        StringBuilder letters = new StringBuilder();
        StringBuilder blanks = new StringBuilder();
        for (int b = 0; b < 128; b++) {
            digits.append(Ascii.digit((byte) b) ? (char) b : "");
            letters.append(Ascii.letter((byte) b) ? (char) b : "");
            blanks.append(Ascii.blank((byte) b) ? (char) b : "");
        }

        assertThat(digits).hasToString("0123456789");
        assertThat(letters).hasToString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
        assertThat(blanks).hasToString("\t ");
        assertThat(Ascii.letter((byte) 0xc3)).as("of a letter outside ASCII").isTrue();
        assertThat(Ascii.digit((byte) 0xc3)).isFalse();
    }

    @Test
    void skippingEndsAtTheFirstOtherByteOrAtTheEnd() {
        byte[] text = bytes(" \t 12a");

        assertThat(Ascii.skipBlanks(text, 0, 6)).isEqualTo(3);
        assertThat(Ascii.skipBlanks(text, 0, 2)).isEqualTo(2);
        assertThat(Ascii.skipDigits(text, 3, 6)).isEqualTo(5);
        assertThat(Ascii.skipDigits(text, 3, 4)).isEqualTo(4);
        assertThat(Ascii.skipDigits(text, 5, 6)).isEqualTo(5);
    }

    @Test
    void aNumberCountsEighteenDigits() {
        byte[] digits = bytes("12345678901234567890");

        assertThat(Ascii.number(digits, 1, 4)).isEqualTo(234);
        assertThat(Ascii.number(digits, 0, 20)).isEqualTo(123_456_789_012_345_678L);
        assertThat(Ascii.number(digits, 2, 2)).isEqualTo(0);
    }

    @ParameterizedTest
    @CsvSource({"5, 500000000", "123456, 123456000", "123456789, 123456789", "1234567899, 123456789", "000001, 1000"})
    void aFractionIsNanoseconds(String digits, long nanos) {
        assertThat(Ascii.fraction(bytes(digits), 0, digits.length())).isEqualTo(nanos);
        assertThat(Ascii.fraction(bytes("7" + digits + "7"), 1, 1 + digits.length()))
                .isEqualTo(nanos);
    }

    @Test
    void aTextBeginsWithAnotherOnlyWithinItsEnd() {
        byte[] text = bytes("xPMU: ok");

        assertThat(Ascii.startsWith(text, 1, 8, bytes("PMU:"))).isTrue();
        assertThat(Ascii.startsWith(text, 1, 5, bytes("PMU:"))).isTrue();
        assertThat(Ascii.startsWith(text, 1, 4, bytes("PMU:"))).isFalse();
        assertThat(Ascii.startsWith(text, 1, 8, bytes("PMu:"))).isFalse();
        assertThat(Ascii.startsWith(text, 0, 8, bytes("PMU:"))).isFalse();
    }

    /** Wherever it stands, in a word of eight bytes or behind the last whole one. */
    @Test
    void aCharacterIsFoundWhereItStandsFirst() {
        for (int length = 0; length < 30; length++) {
            for (int from = 0; from <= length; from++) {
                for (int at = 0; at < length; at++) {
                    byte[] text = bytes("=".repeat(length) + "\n\n");
                    text[at] = '\n';
                    assertThat(Ascii.indexOf(text, from, length, '\n'))
                            .as("%d in %d to %d", at, from, length)
                            .isEqualTo(at < from ? -1 : at);
                }
            }
        }
        assertThat(Ascii.indexOf(bytes("ab[cd[ef[gh"), 3, 11, '[')).isEqualTo(5);
        assertThat(Ascii.indexOf(new byte[] {(byte) ('\n' | 0x80), '\n' - 1, '\n' + 1, 0, 0, 0, 0, 0}, 0, 8, '\n'))
                .isEqualTo(-1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
