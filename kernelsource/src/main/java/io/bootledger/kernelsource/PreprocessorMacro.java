package io.bootledger.kernelsource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A function-like macro. */
record PreprocessorMacro(String name, List<String> parameters, String body) {
    private static final Pattern DEFINITION = Pattern.compile(
            "^[ \\t]*#[ \\t]*define[ \\t]+(\\w+)\\(([^)]*)\\)((?:[^\\\\\\n]|\\\\\\n|\\\\.)*+)", Pattern.MULTILINE);
    private static final Pattern ANY_DEFINITION =
            Pattern.compile("^[ \\t]*#[ \\t]*define[ \\t]+(?:[^\\\\\\n]|\\\\\\n|\\\\.)*+", Pattern.MULTILINE);
    private static final Pattern WORD = Pattern.compile("\\b[A-Za-z_]\\w*\\b");
    private static final Pattern PASTED = Pattern.compile("\\s*##\\s*");

    /** Those that a file defines. */
    static List<PreprocessorMacro> in(String text) {
        List<PreprocessorMacro> macros = new ArrayList<>();
        if (!text.contains("define")) {
            return macros;
        }
        Matcher definition = DEFINITION.matcher(text);
        while (definition.find()) {
            List<String> parameters = new ArrayList<>();
            for (String parameter : definition.group(2).replace("\\\n", "").split(",", -1)) {
                parameters.add(parameter.strip());
            }
            macros.add(new PreprocessorMacro(
                    definition.group(1), parameters, definition.group(3).replace("\\\n", " ")));
        }
        return macros;
    }

    /** A file's text without its definitions. */
    static String without(String text) {
        return text.contains("define") ? ANY_DEFINITION.matcher(text).replaceAll("") : text;
    }

    /** What a use of it becomes, pasted together. */
    String expand(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        for (int at = 0; at < parameters.size(); at++) {
            String parameter = parameters.get(at);
            if (parameter.endsWith("...")) {
                String rest = String.join(", ", arguments.subList(Math.min(at, arguments.size()), arguments.size()));
                given.put(
                        parameter.equals("...")
                                ? "__VA_ARGS__"
                                : parameter.replace("...", "").strip(),
                        rest);
            } else {
                given.put(parameter, at < arguments.size() ? arguments.get(at) : "");
            }
        }
        String expanded = WORD.matcher(body)
                .replaceAll(word -> Matcher.quoteReplacement(given.getOrDefault(word.group(), word.group())));
        return PASTED.matcher(expanded).replaceAll("");
    }
}
