package io.bootledger.kernelsource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** All init functions that a tree registers. */
final class Registrations {
    /** Of a security module, called by its level's one function (7.0 on, {@code security/lsm_init.c}). */
    private static final Pattern LSM = Pattern.compile("\\.initcall_(\\w+)\\s*=\\s*(\\w+)");

    private static final Pattern RUST =
            Pattern.compile("\\b(?:kernel::)?module(?:_\\w+)?!\\s*\\{.*?name:\\s*\"([\\w-]+)\"", Pattern.DOTALL);
    private static final Pattern INCLUDED = Pattern.compile("^#include \"(\\w+\\.[ch])\"", Pattern.MULTILINE);
    private static final Pattern RENAMED =
            Pattern.compile("^#define\\s+(\\w*init\\w*)\\s+(\\w+)\\s*$", Pattern.MULTILINE);

    /** Names that one file gives to functions of others that it includes. */
    private record Renaming(String file, Set<String> included, List<MatchResult> names) {}

    private final SourceTree tree;
    private final Set<Registration> all = new TreeSet<>();
    private final List<Renaming> renamings = new ArrayList<>();

    private Registrations(SourceTree tree) {
        this.tree = tree;
    }

    static Set<Registration> in(SourceTree tree) {
        Registrations registrations = new Registrations(tree);
        registrations.code();
        registrations.rust();
        return registrations.all;
    }

    private void code() {
        List<PreprocessorMacro> shared = new ArrayList<>();
        List<String> registering = new ArrayList<>();
        for (String file : tree.files(file -> file.endsWith(".h"))) {
            String text = tree.text(file);
            shared.addAll(PreprocessorMacro.in(text));
            if (text.contains("_initcall(")) {
                registering.add(file);
            }
        }
        Macros macros = Macros.reaching(shared);
        Map<String, Set<Registration>> inHeaders = new TreeMap<>();
        registering.forEach(file -> inHeaders.put(file, Uses.in(file, tree.text(file), macros)));
        for (String file : tree.files(file -> file.endsWith(".c"))) {
            String text = tree.text(file);
            all.addAll(Uses.in(file, text, macros.and(PreprocessorMacro.in(text))));
            security(file, text);
            included(file, text, inHeaders);
            renaming(file, text);
        }
        renamed();
    }

    private void security(String file, String text) {
        if (file.startsWith("security/")) {
            Matcher callback = LSM.matcher(text);
            while (callback.find()) {
                all.add(new Registration(callback.group(2), file, callback.group(1)));
            }
        }
    }

    /** What a header registers belongs to the file beside it that includes it: {@code kernel/sched/build_utility.c}. */
    private void included(String file, String text, Map<String, Set<Registration>> inHeaders) {
        for (MatchResult include : INCLUDED.matcher(text).results().toList()) {
            inHeaders
                    .getOrDefault(SourceTree.directory(file) + "/" + include.group(1), Set.of())
                    .forEach(each -> all.add(new Registration(each.function(), file, each.level())));
        }
    }

    /** A file that gives functions other names and includes the one that defines them: {@code drivers/usb/host/uhci-hcd.c}. */
    private void renaming(String file, String text) {
        if (text.contains(".c\"")) {
            Set<String> included =
                    INCLUDED.matcher(text).results().map(each -> each.group(1)).collect(Collectors.toSet());
            renamings.add(
                    new Renaming(file, included, RENAMED.matcher(text).results().toList()));
        }
    }

    private void renamed() {
        Map<String, List<Registration>> byFunction =
                all.stream().collect(Collectors.groupingBy(Registration::function));
        for (Renaming renaming : renamings) {
            for (MatchResult name : renaming.names()) {
                byFunction.getOrDefault(name.group(1), List.of()).stream()
                        .filter(each -> renaming.included().contains(SourceTree.name(each.file())))
                        .forEach(each -> all.add(new Registration(name.group(2), renaming.file(), each.level())));
            }
        }
    }

    private void rust() {
        for (String file : tree.files(file -> file.endsWith(".rs") && !file.startsWith("rust/"))) {
            Matcher module = RUST.matcher(tree.text(file));
            while (module.find()) {
                all.add(new Registration("__" + module.group(1).replace('-', '_') + "_init", file, "device"));
            }
        }
    }
}
