package io.bootledger.analyzer.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GlobTest {
    @Test
    void aStarStandsForAnything() {
        assertThat(Glob.of("acpi_*").matches("acpi_init")).isTrue();
        assertThat(Glob.of("*_init*").matches("acpi_init")).isTrue();
        assertThat(Glob.of("a*i*t").matches("acpi_init")).isTrue();
        assertThat(Glob.of("*").matches("")).isTrue();
        assertThat(Glob.of("acpi_init").matches("acpi_init")).isTrue();
        assertThat(Glob.of("acpi_init").matches("acpi_init2")).isFalse();
        assertThat(Glob.of("*.init").matches("acpi_init")).isFalse();
        assertThat(Glob.of("").matches("a")).isFalse();
    }

    @Test
    void aQuestionMarkStandsForOneCharacter() {
        assertThat(Glob.of("6.1.0-2?").matches("6.1.0-24")).isTrue();
        assertThat(Glob.of("6.1.0-2?").matches("6.1.0-2")).isFalse();
        assertThat(Glob.of("?*t").matches("acpi_init")).isTrue();
        assertThat(Glob.of("?").matches("")).isFalse();
    }

    @Test
    void manyStarsTakeNoLonger() {
        String name = "a".repeat(3_000);

        assertThat(Glob.of("*a".repeat(1_000) + "*b").matches(name)).isFalse();
        assertThat(Glob.of("*a".repeat(1_000) + "*").matches(name)).isTrue();
    }
}
