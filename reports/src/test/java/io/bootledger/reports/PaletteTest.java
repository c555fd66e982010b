package io.bootledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.ledger.Account;
import io.bootledger.analyzer.phases.Phase;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.traces.event.InitcallLevel;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

    /** So far apart that a glance tells them apart; in CIE76's ΔE. */
    @ParameterizedTest
    @EnumSource
    void neighboursAreToldApartByAllEyes(Eyes eyes) {
        InitcallLevel[] levels = InitcallLevel.values();
        for (int i = 1; i < levels.length; i++) {
            assertThat(eyes.distance(Palette.of(levels[i - 1]), Palette.of(levels[i])))
                    .as(levels[i - 1] + " and " + levels[i])
                    .isGreaterThanOrEqualTo(15);
        }
    }

    @ParameterizedTest
    @EnumSource
    void successAndFailureAreToldApartByAllEyes(Eyes eyes) {
        assertThat(eyes.distance(Palette.of(Outcome.OK), Palette.of(Outcome.FAILED)))
                .isGreaterThanOrEqualTo(30);
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
        return Eyes.dot(new double[] {0.2126, 0.7152, 0.0722}, Eyes.linear(rgb));
    }
}
