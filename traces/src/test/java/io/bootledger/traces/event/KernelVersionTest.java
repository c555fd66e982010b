package io.bootledger.traces.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelVersionTest {
    @ParameterizedTest
    @CsvSource({
        "6.1.0-50-cloud-amd64, 6, 1, 0",
        "2.6.32-5-686, 2, 6, 32",
        "7.2.13+deb14-cloud-amd64, 7, 2, 13",
        "6.13-rc2, 6, 13, 0",
        "2.6.26-rc9, 2, 6, 26",
    })
    void aReleaseBeginsWithItsVersion(String release, int major, int minor, int patch) {
        assertThat(KernelVersion.of(release)).isEqualTo(new KernelVersion(major, minor, patch));
    }

    @Test
    void textWithoutTwoNumbersIsNoVersion() {
        assertThat(KernelVersion.of("next-20241213")).isNull();
        assertThat(KernelVersion.of("6")).isNull();
    }

    @Test
    void versionsAreComparedByNumberNotByText() {
        assertThat(KernelVersion.of("5.18.0").atLeast(5, 4)).isTrue();
        assertThat(KernelVersion.of("5.4.0").atLeast(5, 18)).isFalse();
    }
}
