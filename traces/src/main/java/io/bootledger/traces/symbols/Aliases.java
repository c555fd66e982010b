package io.bootledger.traces.symbols;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Functions that share an address: the kernel prints one name for all of them ({@code kernel/kallsyms.c}). */
final class Aliases {
    /**
     * Other names of the entries' functions.
     *
     * @param functions every function's address; 0 where a name stands for several functions
     */
    static Map<String, String> of(List<SymbolTable.Entry> entries, Map<String, Long> functions) {
        Map<Long, String> targets = new HashMap<>();
        Set<String> names = new HashSet<>();
        for (SymbolTable.Entry entry : entries) {
            names.add(entry.function());
            long address = functions.getOrDefault(entry.function(), 0L);
            if (address != 0) {
                targets.putIfAbsent(address, entry.function());
            }
        }
        Map<String, String> aliases = new HashMap<>();
        functions.forEach((name, address) -> {
            String target = targets.get(address);
            if (target != null && !names.contains(name)) {
                aliases.put(name, target);
            }
        });
        return aliases;
    }

    private Aliases() {}
}
