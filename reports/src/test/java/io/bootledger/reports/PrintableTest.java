package io.bootledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void whatAPersonReadsHasNoWordWithoutEnd() {
        String endless = "a".repeat(5_000) + "z";
        assertThat(Printable.brief("perhaps: " + endless + " returned -5, " + endless + "."))
                .hasSizeLessThan(250)
                .matches("perhaps: a{70}…a{19}z returned -5, a{70}…a{18}z\\.");
        String longest = "f".repeat(160);
        assertThat(Printable.brief(longest + " " + longest)).isEqualTo(longest + " " + longest);
        assertThat(Printable.brief("\u202e" + "\ud83d\ude00".repeat(200)))
                .startsWith("\\u202e")
                .contains("…");
    }

    @Test
    void ordinaryTextStaysAsItIs() {
        assertThat(Printable.of("acpi_init+0x0/0x5a0 [C:\\]")).isEqualTo("acpi_init+0x0/0x5a0 [C:\\]");
        assertThat(Printable.of("Gerät 東芝 µs")).isEqualTo("Gerät 東芝 µs");
    }

    @Test
    void whatMovesOrHidesTextIsWrittenOut() {
        assertThat(Printable.of("a\u001b[31mb\r\n\tc\u007f")).isEqualTo("a\\x1b[31mb\\x0d\\x0a\\x09c\\x7f");
        assertThat(Printable.of("\u009b2J")).isEqualTo("\\x9b2J");
        assertThat(Printable.of("x\u202eevil\u2066\u200b")).isEqualTo("x\\u202eevil\\u2066\\u200b");
        assertThat(Printable.of("\u2028\ud800\ufffe")).isEqualTo("\\u2028\\ud800\\ufffe");
        assertThat(Printable.of(Character.toString(0xE0041))).isEqualTo("\\u{e0041}");
    }

    @Test
    void whateverComesNothingDangerousLeaves() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            int type = Character.getType(point);
            String shown = Printable.of(Character.toString(point));
            if (type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE) {
                assertThat(shown).matches("\\\\[\\x20-\\x7e]+");
            }
        }
    }
}
