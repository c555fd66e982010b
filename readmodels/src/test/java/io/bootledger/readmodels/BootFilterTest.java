package io.bootledger.readmodels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bootledger.traces.store.BootHeader;
import io.bootledger.traces.store.BootId;
import io.bootledger.traces.store.BootOrigin;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BootFilterTest {
    private static final BootHeader BOOT = new BootHeader(
            new BootId("0".repeat(64)),
            new BootOrigin("lab/boot.log", 1, new TreeMap<>(Map.of("board", "x=1", "lab", "2"))),
            "6.1.0-50-cloud-amd64",
            null,
            "quiet",
            7);

    @ParameterizedTest
    @CsvSource({
        "kernel=6.1*, true",
        "kernel=6.1, false",
        "kernel=*cloud*, true",
        "kernel=6?1*, true",
        "kernel=6?, false",
        "log=lab/*, true",
        "tag.board=x=1, true",
        "tag.board=x, false",
        "tag.other=*, false",
        "machine=*, false",
        "kernel=6.1* tag.lab=2, true",
        "kernel=6.1* tag.lab=3, false",
    })
    void conditionsSelect(String conditions, boolean selected) {
        assertThat(BootFilter.of(Arrays.asList(conditions.split(" "))).test(BOOT))
                .isEqualTo(selected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kernal=6", "tag.=x", "=x", "board=x"})
    void anUnknownKeyIsAnsweredWithThoseThereAre(String condition) {
        assertThatThrownBy(() -> BootFilter.of(Arrays.asList(condition)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("only kernel, machine, log and tag.NAME");
    }

    @Test
    void aConditionNeedsAValue() {
        assertThatThrownBy(() -> BootFilter.of(Arrays.asList("kernel"))).hasMessageContaining("key=value");
    }
}
