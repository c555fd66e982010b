package io.bootledger.traces.event;

import org.jspecify.annotations.Nullable;

/**
 * The parts of a generated initcall name: {@code __initcall__kmod_<module>__<counter>_<line>_<function><id>} in symbol tables
 * since 5.12, and {@code __initstub__kmod_...} in the logs of kernels built with LTO
 * ({@code include/linux/init.h}, {@code __initcall_id}).
 *
 * @param module KBUILD_MODNAME with underscores: the module the object would belong to
 * @param counter the compiler's counter, different in every build
 * @param line the source line of the macro
 * @param function the init function
 * @param levelId {@code early}, {@code 0} ... {@code 7s}, {@code rootfs}, {@code con}
 */
public record StubName(String module, int counter, int line, String function, String levelId) {
    public @Nullable InitcallLevel level() {
        return InitcallLevel.ofId(levelId);
    }
}
