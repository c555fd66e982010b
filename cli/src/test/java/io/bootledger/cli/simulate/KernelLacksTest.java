package io.bootledger.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a kernel cannot do is said, and what has no effect. */
class KernelLacksTest {
    @Test
    void thereIsNoTraceBeforeThereAreTracepoints() {
        Run before = Run.bootledger("simulate", "primer", "--as", "ftrace", "--kernel", "4.16");
        assertThat(before.exitCode()).isEqualTo(2);
        assertThat(before.err())
                .contains(
                        "--as ftrace is what the initcall tracepoints say, which came with Linux 4.17, and this is 4.16:"
                                + " take --as kmsg, whose lines say the same, or --kernel 4.17 or later");
        Run since = Run.bootledger("simulate", "primer", "--as", "ftrace", "--kernel", "4.17");
        assertThat(since.exitCode()).isZero();
        assertThat(since.out()).contains("initcall_start: func=loop_init");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "6.12 | initcall.univ8250_console_init.blacklist | univ8250_console_init is called all the same: only"
                        + " do_one_initcall looks at initcall_blacklist=, and console_init does not call by it",
                "3.15 | initcall.loop_init.blacklist | loop_init is called all the same: Linux 3.15 does not know"
                        + " initcall_blacklist=, which came with 3.16",
                "3.18 | cmdline=panic_on_warn=1 | Linux 3.18 does not know panic_on_warn=, which came with 3.19"
            })
    void aWordWithoutEffectIsNamed(String kernel, String set, String sentence) {
        Run run = Run.bootledger("simulate", "primer", "--kernel", kernel, "--set", set);
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("bootledger: " + sentence);
    }

    @Test
    void whereAModuleIsTheEndInitHasStarted() {
        Run run = Run.bootledger("simulate", "failing-boot", "--set", "cmdline=oops=panic");
        assertThat(run.out()).contains("Kernel panic - not syncing: Fatal exception");
        assertThat(run.err()).contains("init starts at ").contains(": no difference");
    }

    @ParameterizedTest
    @CsvSource({"6.12, initcall.loop_init.blacklist", "3.19, cmdline=panic_on_warn=1"})
    void aWordWithOneIsNot(String kernel, String set) {
        assertThat(Run.bootledger("simulate", "primer", "--kernel", kernel, "--set", set)
                        .err())
                .doesNotContain("bootledger: ");
    }
}
