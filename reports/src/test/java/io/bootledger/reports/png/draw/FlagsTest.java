package io.bootledger.reports.png.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlagsTest {
    private static final int WIDTH = 1000;

    @Test
    void aLabelStandsRightOfItsPole() {
        Flags flags = new Flags(WIDTH, 3);
        flags.place(100, "acpi_init");
        assertThat(flags.above(200)).containsExactly(new Flag(100, 104, 190, 200, "acpi_init"));
        assertThat(flags.below(200)).containsExactly(new Flag(100, 104, 210, 200, "acpi_init"));
        assertThat(flags.height()).isEqualTo(Flags.ROW);
    }

    @Test
    void theLabelOnTheLeftStandsAboveThePoleThatItPasses() {
        Flags flags = new Flags(WIDTH, 3);
        flags.place(100, "acpi_init");
        flags.place(130, "inet_init");
        assertThat(flags.above(200)).extracting(Flag::y).containsExactly(173, 190);
    }

    @Test
    void aLabelAtTheEdgeStaysInside() {
        Flags flags = new Flags(WIDTH, 3);
        flags.place(WIDTH, "acpi_init");
        assertThat(flags.above(200).get(0).textX()).isEqualTo(WIDTH - Flag.width("acpi_init"));
    }

    @Test
    void whatDoesNotFitGivesWayToWhatMatteredMore() {
        Flags flags = new Flags(60, 1);
        flags.place(0, "first");
        flags.place(1, "second");
        assertThat(flags.above(200)).extracting(Flag::text).containsExactly("first");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noTextMeetsAnotherTextOrPole(long seed) {
        Random random = new Random(seed);
        Flags flags = new Flags(WIDTH, 6);
        for (int i = 0; i < 25; i++) {
            flags.place(random.nextInt(WIDTH + 1), "x".repeat(1 + random.nextInt(30)));
        }
        List<Flag> placed = flags.above(500);
        assertThat(placed).hasSizeGreaterThan(5);
        for (Flag one : placed) {
            assertThat(one.textX()).isNotNegative();
            assertThat(one.textX() + Flag.width(one.text())).isLessThanOrEqualTo(WIDTH + 1);
            assertThat(placed).noneMatch(other -> other != one && (texts(one, other) || pole(one, other)));
        }
    }

    private static boolean texts(Flag one, Flag other) {
        return one.y() == other.y()
                && one.textX() < other.textX() + Flag.width(other.text())
                && other.textX() < one.textX() + Flag.width(one.text());
    }

    private static boolean pole(Flag text, Flag pole) {
        return pole.y() < text.y() && pole.x() >= text.textX() && pole.x() <= text.textX() + Flag.width(text.text());
    }
}
