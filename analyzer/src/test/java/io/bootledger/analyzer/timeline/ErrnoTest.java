package io.bootledger.analyzer.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.Story;
import io.bootledger.traces.event.machine.KernelStarted;
import io.bootledger.traces.event.machine.MachineIdentified;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrnoTest {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "GENERIC, 1, EPERM",
        "GENERIC, 34, ERANGE",
        "GENERIC, 38, ENOSYS",
        "GENERIC, 41, ",
        "GENERIC, 110, ETIMEDOUT",
        "GENERIC, 517, EPROBE_DEFER",
        "ALPHA, 11, EDEADLK",
        "ALPHA, 35, EAGAIN",
        "MIPS, 145, ETIMEDOUT",
        "MIPS, 1133, EDQUOT",
        "PARISC, 251, ENOSYS",
        "SPARC, 60, ETIMEDOUT",
        "GENERIC, 0, ",
        "GENERIC, 9999, ",
    })
    void errorNumbersHaveTheNamesOfTheArchitecture(ErrnoFamily family, int number, String name) {
        assertThat(Errno.nameOf(number, family)).isEqualTo(name);
    }

    @Test
    void onlyNegativeReturnValuesAreErrors() {
        assertThat(Errno.ofReturn(-1, ErrnoFamily.GENERIC)).isEqualTo("EPERM");
        assertThat(Errno.ofReturn(1, ErrnoFamily.GENERIC)).isNull();
        assertThat(Errno.ofReturn(0, ErrnoFamily.GENERIC)).isNull();
        assertThat(Errno.ofReturn(null, ErrnoFamily.GENERIC)).isNull();
        assertThat(Errno.ofReturn(Integer.MIN_VALUE, ErrnoFamily.GENERIC)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "4.19.0-amd64, GENERIC",
        "2.6.26-alpha-smp, ALPHA",
        "4.19.0-4kc-malta (mipsel-linux-gnu-gcc), MIPS",
        "HPPA, PARISC",
        "4.9.0-parisc64, PARISC",
        "Sparc64, SPARC",
    })
    void theFamilyIsToldByTheWordsOfTheBanner(String text, ErrnoFamily family) {
        assertThat(ErrnoFamily.of(text)).isEqualTo(family);
    }

    @Test
    void theMachineTellsTheFamilyWhereTheBannerDoesNotAndIsNotAskedWhereItDoes() {
        assertThat(errnoOf145(Story.ofKernel("4.19.0").then(new MachineIdentified("MIPS Malta"))))
                .isEqualTo("ETIMEDOUT");
        assertThat(errnoOf145(Story.ofUnknownKernel()
                        .then(new KernelStarted("4.19.0", "(mips-linux-gnu-gcc)"))
                        .then(new MachineIdentified("Sparc"))))
                .isEqualTo("ETIMEDOUT");
        assertThat(errnoOf145(Story.ofKernel("4.19.0"))).isNull();
    }

    private static String errnoOf145(Story boot) {
        return boot.returned("a_init", -145, 0)
                .viewOf(new TimelineProjection())
                .initcalls()
                .get(0)
                .errno();
    }
}
