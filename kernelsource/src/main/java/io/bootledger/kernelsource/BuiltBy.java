package io.bootledger.kernelsource;

import io.bootledger.kernelsource.BuildRules.Way;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What builds a source file, in words of {@code KnownCode.kconfig}. */
final class BuiltBy {
    private static final String ALWAYS = "y";
    /** So many alternatives say enough. */
    private static final int SHOWN = 6;

    private static final Pattern CONDITIONAL = Pattern.compile("#\\s*(ifdef|ifndef|if|endif|include)\\b(.*)");

    private final SourceTree tree;
    private final BuildRules rules;
    private final Map<String, String> known = new HashMap<>();

    BuiltBy(SourceTree tree, BuildRules rules) {
        this.tree = tree;
        this.rules = rules;
    }

    /** Of a file; empty when nothing tells. */
    String of(String file) {
        return known.computeIfAbsent(file, this::judge);
    }

    private String judge(String file) {
        Set<String> own = new TreeSet<>();
        for (Way way : rules.ways(SourceTree.stem(file))) {
            String condition = way.own().text();
            own.add(
                    !condition.isEmpty()
                            ? condition
                            : way.guards().isEmpty() ? ALWAYS : way.guards().get(0));
        }
        if (own.isEmpty()) {
            own.addAll(mentioned(file));
        }
        if (own.isEmpty()) {
            own.addAll(included(file));
        }
        if (own.size() > 1) {
            own.remove(ALWAYS);
        }
        return String.join("|", own.stream().limit(SHOWN).toList());
    }

    /** The lines of the makefile beside it that name its object, whatever they do with it. */
    private Set<String> mentioned(String file) {
        Set<String> found = new TreeSet<>();
        String object = SourceTree.name(SourceTree.stem(file));
        Pattern named = Pattern.compile("(?<![\\w-])" + Pattern.quote(object) + "\\.o\\b");
        for (String makefile : new String[] {"Makefile", "Kbuild"}) {
            String text = tree.text(SourceTree.directory(file) + "/" + makefile).replace("\\\n", " ");
            text.lines()
                    .filter(line -> named.matcher(line).find())
                    .forEach(line -> found.add(orAlways(Condition.namedIn(line))));
        }
        return found;
    }

    /** A file that another beside it includes is built where that one does: {@code kernel/sched/build_policy.c}. */
    private Set<String> included(String file) {
        Set<String> found = new TreeSet<>();
        String directory = SourceTree.directory(file);
        String quoted = '"' + SourceTree.name(file) + '"';
        for (String other : tree.files(
                each -> each.endsWith(".c") && SourceTree.directory(each).equals(directory))) {
            String text = tree.text(other);
            if (text.contains(quoted)) {
                collect(text, quoted, found);
            }
        }
        return found;
    }

    private static void collect(String text, String quoted, Set<String> found) {
        Deque<Condition> open = new ArrayDeque<>();
        for (String line : text.split("\n", -1)) {
            Matcher directive = CONDITIONAL.matcher(line);
            if (directive.find()) {
                switch (directive.group(1)) {
                    case "endif" -> open.poll();
                    case "ifndef" -> open.push(Condition.ALWAYS);
                    case "include" -> {
                        if (directive.group(2).contains(quoted)) {
                            found.add(orAlways(Condition.all(open)));
                        }
                    }
                    default -> open.push(Condition.namedIn(directive.group(2)));
                }
            }
        }
    }

    private static String orAlways(Condition condition) {
        return condition.symbols().isEmpty() ? ALWAYS : condition.text();
    }
}
