package io.bootledger.analyzer.axis;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.axis.StartupFinished.Part;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartupFinishedTest {
    @Test
    void everyPartIsReadAsItIsPrinted() {
        StartupFinished startup = StartupFinished.of(
                "systemd[1]: Startup finished in 1min 38.255s (firmware) + 5.636s (loader) + 20.813s (kernel)"
                        + " + 903ms (initrd) + 14.699s (userspace) = 2min 19.404s.",
                7);

        assertThat(startup)
                .isEqualTo(new StartupFinished(
                        List.of(
                                new Part("firmware", 98_255_000),
                                new Part("loader", 5_636_000),
                                new Part("kernel", 20_813_000),
                                new Part("initrd", 903_000),
                                new Part("userspace", 14_699_000)),
                        139_404_000,
                        7));
    }

    @Test
    void withoutPartsItIsTheWhole() {
        assertThat(StartupFinished.of("systemd[1]: Startup finished in 69ms.", 1))
                .isEqualTo(new StartupFinished(List.of(), 69_000, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "systemd[2179]: Startup finished in 69ms.",
                "systemd[1]: Startup finished in ",
                "systemd[1]: Startup finished in soon.",
                "systemd[1]: Startup finished in 1.5s (kernel) + 2s (userspace) = ",
                "systemd[1]: Startup finished in 1.5s (kernel) + x (userspace) = 3s.",
                "systemd[1]: Startup finished in 9999999999s (kernel) = 9999999999s.",
            })
    void anythingElseIsNotRead(String message) {
        assertThat(StartupFinished.of(message, 1)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "1us, 1",
        "823us, 823",
        "1.5ms, 1500",
        "1s, 1000000",
        "6.117s, 6117000",
        "1min, 60000000",
        "1min 38.255s, 98255000",
        "1h 2min 3.004s, 3723004000",
        "2d 1h, 176400000000",
        "1w, 604800000000",
        "1month, 2629800000000",
        "1y, 31557600000000",
        "0.000001s, 1"
    })
    void aSpanIsReadToItsLastDigit(String printed, long us) {
        assertThat(Timespan.us(printed)).isEqualTo(us);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "s", "1", "1.s", "1.5", "-1s", "1 s", "1.0000001s", "1s ", "1parsec", "infinity"})
    void whatIsNoSpanIsNone(String printed) {
        assertThat(Timespan.us(printed)).isEqualTo(-1);
    }
}
