package io.bootledger.kernelsource;

import io.bootledger.kernelsource.BuildRules.Way;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words that a kernel's command line may hold, up to their {@code =}. */
final class CommandLineWords {
    /** {@code include/linux/init.h}, {@code include/linux/moduleparam.h}. */
    private static final Pattern GLOBAL = Pattern.compile(
            "^[ \\t]*+(?:__setup|early_param|early_param_on_off|__setup_param|core_param|core_param_cb)\\s*\\(\\s*\"?([\\w.-]+)",
            Pattern.MULTILINE);

    /** {@code include/linux/moduleparam.h}: the module's name and a dot stand before. */
    private static final Pattern OF_MODULE =
            Pattern.compile("^[ \\t]*+module_param\\w*\\s*\\(\\s*(\\w+)", Pattern.MULTILINE);

    private static final Pattern PREFIX = Pattern.compile("#define\\s+MODULE_PARAM_PREFIX\\s+\"([\\w.-]+)\"");

    private static final String DOCUMENTED = "Documentation/admin-guide/kernel-parameters.txt";
    private static final Pattern DOCUMENTED_WORD =
            Pattern.compile("^\\t(?:\\[[^\\]]*\\]\\s*)?([\\w.-]+?)(?:=|\\s|$)", Pattern.MULTILINE);

    private CommandLineWords() {}

    static Set<String> in(SourceTree tree, BuildRules rules) {
        Set<String> words = new TreeSet<>();
        for (String file : tree.files(file -> file.endsWith(".c"))) {
            String text = tree.text(file);
            if (text.contains("param") || text.contains("__setup")) {
                GLOBAL.matcher(text).results().forEach(word -> words.add(word.group(1)));
                Set<String> prefixes = prefixes(file, text, rules);
                OF_MODULE
                        .matcher(text)
                        .results()
                        .forEach(name -> prefixes.forEach(prefix -> words.add(prefix + name.group(1))));
            }
        }
        DOCUMENTED_WORD.matcher(tree.text(DOCUMENTED)).results().forEach(word -> words.add(word.group(1)));
        return words;
    }

    private static Set<String> prefixes(String file, String text, BuildRules rules) {
        Set<String> prefixes = new TreeSet<>();
        Matcher own = PREFIX.matcher(text);
        if (own.find()) {
            prefixes.add(own.group(1));
        }
        for (Way way : rules.ways(SourceTree.stem(file))) {
            prefixes.add(way.module().replace('-', '_') + ".");
            prefixes.add(way.module() + ".");
        }
        return prefixes;
    }
}
