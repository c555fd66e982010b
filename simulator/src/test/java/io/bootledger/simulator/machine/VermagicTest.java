package io.bootledger.simulator.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a module has to have been built for, by {@code include/linux/vermagic.h} and the architecture's part of it. */
class VermagicTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.6.32 | X86_64 | false | '2.6.32 SMP mod_unload '",
                "5.11 | X86_64 | true | '5.11 SMP mod_unload modversions '",
                "6.1 | X86_64 | true | '6.1 SMP preempt mod_unload modversions '",
                "4.19 | I386 | true | '4.19 SMP mod_unload modversions 686 '",
                "2.6.39 | ARM | false | '2.6.39 SMP mod_unload ARMv7 '",
                "4.9 | ARM | true | '4.9 SMP mod_unload modversions ARMv7 p2v8 '",
                "5.10 | ARM64 | true | '5.10 SMP mod_unload modversions aarch64'",
                "6.12 | ARM64 | false | '6.12 SMP preempt mod_unload aarch64'",
                "6.1 | RISCV64 | false | '6.1 SMP mod_unload riscv'",
                "6.12 | RISCV64 | false | '6.12 SMP preempt mod_unload riscv'"
            })
    void ofAUsualBuild(String release, Arch arch, boolean modversions, String vermagic) {
        assertThat(new ModuleDialect(KernelConfig.of(release, arch)).vermagic(modversions))
                .isEqualTo(vermagic);
    }

    /** {@code uname -v} tells how the kernel is preempted. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5.10 | (a@b) (gcc) #1 SMP PREEMPT Fri | '5.10 SMP preempt mod_unload '",
                "5.10 | (a@b) (gcc) #1 SMP PREEMPT_RT Fri | '5.10 SMP preempt_rt mod_unload '",
                "4.9 | (a@b) (gcc) #1 SMP PREEMPT RT Fri | '4.9 SMP preempt mod_unload '",
                "6.1 | (a@b) (gcc) #1 SMP PREEMPT_DYNAMIC Debian | '6.1 SMP preempt mod_unload '",
                "6.1 | (a@b) (gcc) #1 SMP Debian | '6.1 SMP mod_unload '"
            })
    void asTheBannerSays(String release, String banner, String vermagic) {
        KernelConfig kernel = new KernelConfig(
                release, Arch.X86_64, banner, 0, "", null, null, false, false, false, null, null, 0, 0, 0, null);
        assertThat(new ModuleDialect(kernel).vermagic(false)).isEqualTo(vermagic);
    }
}
