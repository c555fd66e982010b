package io.bootledger.traces.event;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final int LONGEST = 1024;

    /** Greedy, as {@code scripts/generate_initcall_order.pl} splits it: the module takes all it can. */
    private static final Pattern FORM =
            Pattern.compile("__init(?:call|stub)__kmod_(\\S*)__(\\d{1,9})_(\\d{1,9})_([^\\s.]+?)"
                    + "(early|rootfss?|con|[0-7]s|[0-7])(?:\\..*)?");

    /**
     * Reads a generated name, with or without a compiler's suffix ({@code .llvm.123}).
     *
     * @return null when it is not of that form
     */
    public static @Nullable StubName of(String symbol) {
        if (symbol.length() > LONGEST || !symbol.startsWith("__init")) {
            return null;
        }
        Matcher parts = FORM.matcher(symbol);
        return parts.matches()
                ? new StubName(
                        parts.group(1),
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3)),
                        parts.group(4),
                        parts.group(5))
                : null;
    }

    public @Nullable InitcallLevel level() {
        return InitcallLevel.ofId(levelId);
    }

    /** Whether it runs in the level's second half: {@code 3s}, {@code arch_initcall_sync}. */
    public boolean sync() {
        return levelId.length() == 2 && levelId.endsWith("s") || levelId.equals("rootfss");
    }
}
