package io.bootledger.kernelsource;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The symbols of a kernel's configuration.
 *
 * @param symbols without {@code CONFIG_}
 * @param tristates those of them that may be modules
 */
record Kconfig(Set<String> symbols, Set<String> tristates) {
    private static final Pattern SYMBOL = Pattern.compile("^\\s*(?:menu)?config\\s+(\\w+)");
    private static final Pattern TRISTATE = Pattern.compile("^\\s+(?:def_)?tristate\\b");

    static Kconfig of(SourceTree tree) {
        Set<String> symbols = new TreeSet<>();
        Set<String> tristates = new TreeSet<>();
        for (String file : tree.files(file -> SourceTree.name(file).startsWith("Kconfig"))) {
            String current = null;
            for (String line : tree.text(file).split("\n", -1)) {
                Matcher symbol = SYMBOL.matcher(line);
                if (symbol.find()) {
                    current = symbol.group(1);
                    symbols.add(current);
                } else if (current != null && TRISTATE.matcher(line).find()) {
                    tristates.add(current);
                }
            }
        }
        return new Kconfig(symbols, tristates);
    }
}
