package io.bootledger.kernelsource;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The objects that may be modules: those that a tristate symbol builds. */
final class Modules {
    private Modules() {}

    /** By object, the source file that stands for it (its own, else the first it is linked from) and what builds it. */
    static Map<String, CodeFile> in(SourceTree tree, BuildRules rules, Kconfig kconfig) {
        Map<String, CodeFile> modules = new TreeMap<>();
        rules.objects().forEach((object, conditions) -> {
            Set<String> builtBy = new TreeSet<>();
            conditions.forEach(condition -> builtBy.addAll(tristate(object, condition, rules, kconfig)));
            if (!builtBy.isEmpty() && tree.hasDirectory(SourceTree.directory(object))) {
                modules.put(object, new CodeFile(source(object, tree, rules), String.join("|", builtBy)));
            }
        });
        return modules;
    }

    private static Set<String> tristate(String object, Condition condition, BuildRules rules, Kconfig kconfig) {
        List<String> own = condition.symbols().stream()
                .filter(symbol -> !symbol.startsWith("!"))
                .sorted()
                .toList();
        Set<String> found = new TreeSet<>();
        for (List<String> guards : rules.nearestGuards(SourceTree.directory(object))) {
            List<String> deciding = own.isEmpty() ? guards : own;
            if (deciding.stream().anyMatch(kconfig.tristates()::contains)) {
                found.add(own.isEmpty() ? guards.get(0) : String.join("&", own));
            }
        }
        return found;
    }

    private static String source(String object, SourceTree tree, BuildRules rules) {
        for (String ending : List.of(".c", ".rs")) {
            if (tree.has(object + ending)) {
                return object + ending;
            }
        }
        return rules.members(object).stream()
                .map(member -> member + ".c")
                .filter(tree::has)
                .findFirst()
                .orElse(object + ".c");
    }
}
