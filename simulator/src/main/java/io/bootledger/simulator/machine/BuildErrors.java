package io.bootledger.simulator.machine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the compiler and the linker refuse, so that such a kernel or module never boots. */
final class BuildErrors {
    /**
     * Builds, as far as that can fail.
     *
     * @throws IllegalArgumentException for a macro that the version has not, and for a second {@code module_init} in a module
     */
    static void refuse(KernelConfig kernel, List<InitFunction> functions) {
        Map<String, InitFunction> modules = new HashMap<>();
        for (InitFunction function : functions) {
            if (!function.macro().isOf(kernel.version())) {
                throw new IllegalArgumentException(function.function() + ": Linux " + kernel.release() + " has no "
                        + function.macro() + "; 4.20 put a table in its place (DEFINE_LSM)");
            }
            InitFunction first = function.loadable() ? modules.putIfAbsent(function.modName(), function) : null;
            if (first != null) {
                throw new IllegalArgumentException(twice(first, function));
            }
        }
    }

    /** Each one's {@code module_init} defines {@code init_module}. */
    private static String twice(InitFunction first, InitFunction second) {
        String error = first.object() != null && first.object().equals(second.object())
                ? first.object() + ": error: redefinition of '__inittest'"
                : "ld: " + object(second) + ": multiple definition of `init_module'; " + object(first)
                        + ": first defined here";
        return error + "; " + first.function() + " and " + second.function() + " are both module_init of the module "
                + first.modName() + ", which has one";
    }

    private static String object(InitFunction function) {
        return function.object() == null ? function.function() : function.object();
    }

    private BuildErrors() {}
}
