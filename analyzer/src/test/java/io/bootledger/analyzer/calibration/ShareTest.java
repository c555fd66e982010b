package io.bootledger.analyzer.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShareTest {
    /** 22 of 5,000 as Wilson's formula gives it, worked out by hand. */
    @Test
    void theIntervalIsWilsons() {
        Share share = new Share(22, 5_000);

        assertThat(share.lowPerMille()).isCloseTo(2.908, within(0.001));
        assertThat(share.highPerMille()).isCloseTo(6.653, within(0.001));
    }

    @Test
    void noneOfManyIsStillNotNever() {
        Share none = new Share(0, 1_000);

        assertThat(none.lowPerMille()).isZero();
        assertThat(none.highPerMille()).isCloseTo(3.827, within(0.001));
        assertThat(new Share(10, 10).highPerMille()).isCloseTo(1_000, within(1e-9));
    }

    @Test
    void moreThanAllIsRefused() {
        assertThatThrownBy(() -> new Share(3, 2)).hasMessageContaining("3 of 2");
    }
}
