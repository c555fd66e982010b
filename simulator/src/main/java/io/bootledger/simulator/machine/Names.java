package io.bootledger.simulator.machine;

import java.util.List;

/** What follows from a name where a scenario leaves it out: always the same for the same name. */
final class Names {
    private static final List<String> ENDINGS =
            List.of("_init_module", "_module_init", "_driver_init", "_mod_init", "_init", "_initcall");

    /** A number below a bound. */
    static int number(String name, int bound) {
        return Math.floorMod(name.hashCode() * 0x9E3779B1, bound);
    }

    /** The module an init function most likely belongs to: {@code loop_init} to {@code loop}. */
    static String moduleOf(String function) {
        for (String ending : ENDINGS) {
            if (function.endsWith(ending) && function.length() > ending.length()) {
                return function.substring(0, function.length() - ending.length());
            }
        }
        return function;
    }

    private Names() {}
}
