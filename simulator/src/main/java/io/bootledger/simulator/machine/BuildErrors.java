package io.bootledger.simulator.machine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the compiler and the linker refuse, so that such a kernel or module never boots. */
final class BuildErrors {
    private static final int LONGEST_CHAIN = 100;

    /**
     * Builds, as far as that can fail.
     *
     * @throws IllegalArgumentException for a macro that the version has not, for a second {@code module_init} in a module, and for modules of which none
     *     can be loaded first
     */
    static void refuse(KernelConfig kernel, List<InitFunction> functions) {
        Map<String, InitFunction> modules = new LinkedHashMap<>();
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
        Set<String> done = new HashSet<>();
        modules.keySet().forEach(module -> depmod(modules, module, List.of(), done));
        Map<String, Integer> chains = new HashMap<>();
        modules.keySet().forEach(module -> requests(modules, module, new LinkedHashSet<>(), chains));
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

    private static void depmod(Map<String, InitFunction> modules, String module, List<String> users, Set<String> done) {
        if (done.contains(module)) {
            return;
        }
        if (users.contains(module)) {
            throw new IllegalArgumentException(
                    "depmod: cycle detected: " + String.join(" -> ", users) + " -> " + module);
        }
        InitFunction function = modules.get(module);
        if (function == null) {
            throw new IllegalArgumentException("depmod: " + users.get(users.size() - 1) + " depends on " + module
                    + ", and no initcall is of a module of that name (config: m)");
        }
        List<String> path = new ArrayList<>(users);
        path.add(module);
        if (path.size() > LONGEST_CHAIN) {
            throw new IllegalArgumentException("more than " + LONGEST_CHAIN
                    + " modules in a row depend on each other, from " + path.get(0) + " on");
        }
        function.depends().forEach(needed -> depmod(modules, needed, path, done));
        done.add(module);
    }

    /** How many modules wait for each other, at most, from one on; one that waits for itself is the scenario's business. */
    private static int requests(
            Map<String, InitFunction> modules, String module, Set<String> users, Map<String, Integer> chains) {
        InitFunction function = modules.get(module);
        if (function == null || users.contains(module)) {
            return 0;
        }
        Integer known = chains.get(module);
        int chain = known == null ? 0 : known;
        users.add(module);
        if (known == null && users.size() <= LONGEST_CHAIN) {
            for (String wanted : function.requests()) {
                chain = Math.max(chain, requests(modules, wanted, users, chains));
            }
            for (String needed : function.depends()) {
                chain = Math.max(chain, requests(modules, needed, users, chains));
            }
            chain++;
            chains.put(module, chain);
        }
        if (users.size() > LONGEST_CHAIN || chain > LONGEST_CHAIN) {
            throw new IllegalArgumentException("more than " + LONGEST_CHAIN
                    + " modules in a row request or depend on each other, from "
                    + users.iterator().next() + " on");
        }
        users.remove(module);
        return chain;
    }

    private static String object(InitFunction function) {
        return function.object() == null ? function.function() : function.object();
    }

    private BuildErrors() {}
}
