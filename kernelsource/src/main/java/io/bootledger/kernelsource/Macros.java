package io.bootledger.kernelsource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The macros that end in a registrar, however many others lie between. */
final class Macros {
    /** How the registrars themselves are made; and what only mentions them. */
    private static final List<String> NOT_USES =
            List.of("__define_initcall", "___define_initcall", "____define_initcall", "__unique_initcall");

    private static final List<String> NOT_BEGINNINGS = List.of("EXPORT", "MODULE_", "DEFINE_STATIC");
    private static final Pattern CALL = Pattern.compile("\\b(\\w+)\\s*\\(");

    private final Map<String, List<PreprocessorMacro>> byName = new HashMap<>();

    private Macros() {}

    /** Of the headers; some of these macros are defined more than once, for different configurations. */
    static Macros reaching(List<PreprocessorMacro> defined) {
        return reaching(defined, Set.of());
    }

    private static Macros reaching(List<PreprocessorMacro> defined, Set<String> already) {
        Map<String, Set<String>> called = new HashMap<>();
        for (PreprocessorMacro macro : defined) {
            if (isMacro(macro.name())) {
                Set<String> calls = called.computeIfAbsent(macro.name(), name -> new HashSet<>());
                Matcher call = CALL.matcher(macro.body());
                while (call.find()) {
                    calls.add(call.group(1));
                }
            }
        }
        Set<String> live = new HashSet<>();
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Map.Entry<String, Set<String>> entry : called.entrySet()) {
                boolean reaches = entry.getValue().stream()
                        .anyMatch(name -> live.contains(name) || already.contains(name) || Registrar.of(name) != null);
                grew |= reaches && live.add(entry.getKey());
            }
        }
        Macros macros = new Macros();
        for (PreprocessorMacro macro : defined) {
            if (live.contains(macro.name())) {
                macros.byName
                        .computeIfAbsent(macro.name(), name -> new ArrayList<>())
                        .add(macro);
            }
        }
        return macros;
    }

    private static boolean isMacro(String name) {
        return Registrar.of(name) == null
                && !NOT_USES.contains(name)
                && NOT_BEGINNINGS.stream().noneMatch(name::startsWith);
    }

    /** With those that one file defines for itself, which hide the headers'. */
    Macros and(List<PreprocessorMacro> ofFile) {
        Macros own = reaching(ofFile, byName.keySet());
        if (own.byName.isEmpty()) {
            return this;
        }
        Macros both = new Macros();
        both.byName.putAll(byName);
        both.byName.putAll(own.byName);
        return both;
    }

    List<PreprocessorMacro> of(String name) {
        return byName.getOrDefault(name, List.of());
    }

    boolean registers(String name) {
        return !NOT_USES.contains(name) && (byName.containsKey(name) || Registrar.of(name) != null);
    }
}
