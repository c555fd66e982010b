package io.bootledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.ledger.Account;
import io.bootledger.analyzer.phases.Phase;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.traces.event.InitcallLevel;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PaletteTest {
    private static final int WHITE = 0xFFFFFF;
    private static final int DARK = 0x14171C;

    @Test
    void everyColourStandsOutFromWhiteAndFromDarkPaper() {
        assertThat(colours()).allSatisfy(rgb -> {
            assertThat(contrast(rgb, WHITE)).as(Palette.css(rgb)).isGreaterThanOrEqualTo(3);
            assertThat(contrast(rgb, DARK)).as(Palette.css(rgb)).isGreaterThanOrEqualTo(3);
        });
    }

    @Test
    void everyLevelHasAColourOfItsOwn() {
        assertThat(Arrays.stream(InitcallLevel.values()).map(Palette::of)).doesNotHaveDuplicates();
    }

    @Test
    void everySortOfTimeHasAColourOfItsOwn() {
        assertThat(Arrays.stream(Account.Kind.values()).map(Palette::of)).doesNotHaveDuplicates();
    }

    @Test
    void aColourIsWrittenWithSixDigits() {
        assertThat(Palette.css(0x00A0FF)).isEqualTo("#00a0ff");
    }

    private static Stream<Integer> colours() {
        return Stream.of(
                        Arrays.stream(InitcallLevel.values()).map(Palette::of),
                        Arrays.stream(Phase.Kind.values()).map(Palette::of),
                        Arrays.stream(Account.Kind.values()).map(Palette::of),
                        Arrays.stream(Outcome.values()).map(Palette::of),
                        Stream.of(Palette.UNKNOWN))
                .flatMap(each -> each);
    }

    /** WCAG 2.2, contrast ratio. */
    private static double contrast(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int rgb) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        return IntStream.range(0, 3)
                .mapToDouble(i -> weights[i] * linear((rgb >> (16 - 8 * i) & 0xFF) / 255.0))
                .sum();
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
