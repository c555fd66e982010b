package io.bootledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTextTest {
    @ParameterizedTest
    @CsvSource({
        "0,0 µs",
        "845,845 µs",
        "999,999 µs",
        "1000,1.00 ms",
        "1235,1.24 ms",
        "9994,9.99 ms",
        "9995,10.0 ms",
        "12345,12.3 ms",
        "99949,99.9 ms",
        "99950,100 ms",
        "999499,999 ms",
        "999500,1.000 s",
        "1234499,1.234 s",
        "3600000000,3600.000 s",
        "-12345,-12.3 ms"
    })
    void aDurationIsRoundedInTheUnitThatSuits(long micros, String words) {
        assertThat(DurationText.rounded(micros)).isEqualTo(words);
    }

    @Test
    void exactDurationsKeepEveryMicrosecond() {
        assertThat(DurationText.exactMillis(524_123)).isEqualTo("524.123");
        assertThat(DurationText.exactMillis(7)).isEqualTo("0.007");
        assertThat(DurationText.exactMillis(-1_007)).isEqualTo("-1.007");
        assertThat(DurationText.exactSeconds(1_000_007)).isEqualTo("1.000007");
    }

    @Test
    void aShareOfNothingIsNotShown() {
        assertThat(DurationText.percent(5, 0)).isEmpty();
        assertThat(DurationText.percent(1, 3)).isEqualTo("33.3");
        assertThat(DurationText.percent(2, 3)).isEqualTo("66.7");
    }

    @Test
    void noNumberThrows() {
        for (long micros : new long[] {Long.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE + 1}) {
            assertThat(DurationText.rounded(micros)).endsWith(" s");
            assertThat(DurationText.exactMillis(micros)).isNotEmpty();
            assertThat(DurationText.percent(micros, Long.MAX_VALUE)).isNotEmpty();
        }
    }

    @Test
    void aChangeOfTenTimesAndMoreIsAFactor() {
        assertThat(DurationText.change(60, 27_600, 27_540, 459_000L)).isEqualTo("60 µs -> 27.6 ms (+27.5 ms, ×460)");
        assertThat(DurationText.change(1_000, 9_000, 8_000, 8_000L))
                .isEqualTo("1.00 ms -> 9.00 ms (+8.00 ms, +800.0 %)");
    }
}
