package io.bootledger.analyzer.observer;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.Story;
import io.bootledger.traces.event.machine.CommandLineGiven;
import org.junit.jupiter.api.Test;

class ObserverEffectTest {
    @Test
    void aSlowSerialLineIsToldFromTheTwoClocks() {
        ObserverEffect effect = boot("console=ttyS0,115200n8", 87);

        assertThat(effect.nsPerByte()).isBetween(85_000L, 89_000L);
        assertThat(effect.console()).isEqualTo(new ConsoleOption("ttyS0", 115_200));
        assertThat(effect.explainedByBaud()).isTrue();
    }

    @Test
    void aQuietConsoleIsNotBlamed() {
        ObserverEffect effect = boot("console=ttyS0,115200n8 quiet", 0);

        assertThat(effect.costUs()).isZero();
        assertThat(effect.explainedByBaud()).isFalse();
    }

    @Test
    void aConsoleWithoutASpeedIsNamedWithoutOne() {
        assertThat(ConsoleOption.of("root=/dev/sda console=tty0 console=ttyAMA0 ro"))
                .isEqualTo(new ConsoleOption("ttyAMA0", null));
        assertThat(ConsoleOption.of("console=tty0")).isNull();
        assertThat(ConsoleOption.of("console=ttyS1,99999999999999999999")).isNotNull();
    }

    private static ObserverEffect boot(String commandLine, int usPerByte) {
        Story boot = Story.ofKernel("6.1.0")
                .then(new CommandLineGiven(commandLine, true))
                .clockSwitched();
        long now = 1_000;
        for (int i = 0; i < 40; i++) {
            String function = "driver_" + "x".repeat(i % 9) + "_init";
            int printed = ("[    0.418145] calling  " + function + "+0x0/0x10 @ 1\r\n").length();
            boot.at(now).calling(function, 1);
            now += (long) usPerByte * printed + 100;
            boot.at(now).returned(function, 0, 100);
            now += 10;
        }
        return boot.analysis().accounting().observer();
    }
}
