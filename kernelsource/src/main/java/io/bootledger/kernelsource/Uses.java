package io.bootledger.kernelsource;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what the macros used in a file register. */
final class Uses {
    private static final Pattern COMMENT = Pattern.compile("/(?:\\*[^*]*+\\*++(?:[^/*][^*]*+\\*++)*+/|/[^\\n]*+)");
    private static final Pattern CALL = Pattern.compile("\\b(\\w+)\\s*\\(");
    /** A call that stands where a declaration may. Most characters of a tree end the search at once. */
    private static final Pattern DECLARATION = Pattern.compile("^[ \\t]*+(\\w++)\\s*+\\(", Pattern.MULTILINE);

    private static final int DEEPEST = 8;
    private static final int LONGEST_ARGUMENT = 20_000;

    private final String file;
    private final Macros macros;
    private final Set<Registration> found = new TreeSet<>();

    private Uses(String file, Macros macros) {
        this.file = file;
        this.macros = macros;
    }

    static Set<Registration> in(String file, String text, Macros macros) {
        Uses uses = new Uses(file, macros);
        if (DECLARATION.matcher(text).results().noneMatch(call -> macros.registers(call.group(1)))) {
            return uses.found;
        }
        uses.scan(PreprocessorMacro.without(COMMENT.matcher(text).replaceAll(" ")), 0);
        return uses.found;
    }

    private void scan(String text, int depth) {
        Matcher call = (depth == 0 ? DECLARATION : CALL).matcher(text);
        while (call.find()) {
            String name = call.group(1);
            if (macros.registers(name)) {
                use(name, arguments(text, call.end() - 1), depth);
            }
        }
    }

    private void use(String name, List<String> arguments, int depth) {
        Registrar registrar = Registrar.of(name);
        if (registrar != null) {
            Registration registration = registrar.use(name, arguments, file);
            if (registration != null) {
                found.add(registration);
            }
        } else if (depth < DEEPEST) {
            for (PreprocessorMacro macro : macros.of(name)) {
                scan(macro.expand(named(arguments)), depth + 1);
            }
        }
    }

    /** KBUILD_MODNAME as kbuild defines it for a module of one file. */
    private List<String> named(List<String> arguments) {
        String module = SourceTree.name(SourceTree.stem(file)).replace('-', '_');
        return arguments.stream()
                .map(each -> each.replace("KBUILD_MODNAME", module))
                .toList();
    }

    /** The arguments behind an opening parenthesis; none when it is never closed. */
    static List<String> arguments(String text, int open) {
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        int start = open + 1;
        char quote = 0;
        for (int at = open; at < text.length() && at - start < LONGEST_ARGUMENT; at++) {
            char here = text.charAt(at);
            if (quote != 0) {
                quote = here == quote && text.charAt(at - 1) != '\\' ? 0 : quote;
            } else if (here == '"' || here == '\'') {
                quote = here;
            } else if (here == '(' || here == '[' || here == '{') {
                depth++;
            } else if (here == ')' || here == ']' || here == '}') {
                depth--;
                if (depth == 0) {
                    arguments.add(text.substring(start, at).strip());
                    return arguments;
                }
            } else if (here == ',' && depth == 1) {
                arguments.add(text.substring(start, at).strip());
                start = at + 1;
            }
        }
        return List.of();
    }
}
