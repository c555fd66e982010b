package io.bootledger.kernelsource;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one makefile of the kernel's ({@code Documentation/kbuild/makefiles.rst}), with those it includes. */
final class Makefile {
    private static final Pattern INCLUDE =
            Pattern.compile("^-?include\\s+(?:\\$\\(src\\w*\\)|\\$\\(srctree\\)/\\$\\(src\\))/(\\S+)");
    private static final Pattern ASSIGNMENT = Pattern.compile(
            "^\\s*([\\w./-]*(?:\\$\\([^)]*(?:\\([^)]*\\)[^)]*)*\\))?[\\w./-]*)\\s*(\\+=|:=|::=|\\?=|=)\\s*(.*)$");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\((\\w[\\w-]*)\\)|\\$\\{(\\w[\\w-]*)\\}");
    private static final Pattern PREFIXED = Pattern.compile("\\$\\(addprefix\\s+([^,]*),([^)]*)\\)");
    private static final Pattern LIST = Pattern.compile("^(obj|lib|subdir|core|drivers|libs|net|virt|head|init)-(.*)$");
    private static final Pattern PARTS = Pattern.compile("^([\\w./-]+?)-(?:y|m|objs|\\$\\(.*\\))$");
    private static final Pattern FLAGS =
            Pattern.compile("ccflags|asflags|ldflags|cflags|extra|targets|always|hostprogs|subdir-ccflags|cppflags");
    private static final Pattern FROM_TOP = Pattern.compile("core|drivers|libs|net|virt");
    private static final Pattern TOP = Pattern.compile("^(arch|drivers|lib|net|virt|/).*");
    private static final int DEEPEST = 4;
    private static final int NESTED_VARIABLES = 4;

    private final SourceTree tree;
    private final String directory;
    private final BuildRules rules;
    private final Deque<Condition> branches = new ArrayDeque<>();
    private final Map<String, String> variables = new HashMap<>();

    private Makefile(SourceTree tree, String directory, BuildRules rules) {
        this.tree = tree;
        this.directory = directory;
        this.rules = rules;
    }

    /** @param directory what its paths are relative to */
    static void read(SourceTree tree, String file, String directory, BuildRules rules) {
        new Makefile(tree, directory, rules).read(file, 0);
    }

    private void read(String file, int depth) {
        for (String line : tree.text(file).replace("\\\n", " ").split("\n", -1)) {
            int comment = line.indexOf('#');
            String text = (comment < 0 ? line : line.substring(0, comment)).stripTrailing();
            if (!text.isBlank() && !branch(text.strip())) {
                Matcher include = INCLUDE.matcher(text.strip());
                if (include.find()) {
                    if (depth < DEEPEST && include.group(1).indexOf('$') < 0) {
                        read(BuildRules.path(directory, include.group(1)), depth + 1);
                    }
                } else {
                    assignment(text);
                }
            }
        }
    }

    private boolean branch(String line) {
        if (line.startsWith("ifdef")) {
            branches.push(Condition.namedIn(line));
        } else if (line.startsWith("ifndef")) {
            branches.push(Condition.namedIn(line).not());
        } else if (line.startsWith("ifeq") || line.startsWith("ifneq")) {
            Condition named = Condition.namedIn(line);
            branches.push(isNegated(line) ? named.not() : named);
        } else if (line.startsWith("else")) {
            Condition before = branches.isEmpty() ? Condition.ALWAYS : branches.pop();
            branches.push(line.matches("else\\s+if.*") ? Condition.namedIn(line) : before.not());
        } else if (line.startsWith("endif")) {
            branches.poll();
        } else {
            return false;
        }
        return true;
    }

    private static boolean isNegated(String line) {
        return line.startsWith("ifneq") && line.matches(".*,\\s*y\\b.*")
                || line.startsWith("ifeq") && line.matches(".*,\\s*\\).*")
                || line.contains("n)");
    }

    private void assignment(String line) {
        Matcher assignment = ASSIGNMENT.matcher(line);
        if (!assignment.matches()) {
            return;
        }
        String left = assignment.group(1);
        String right = expanded(assignment.group(3));
        if (left.matches("[\\w-]+")) {
            boolean adds = assignment.group(2).equals("+=");
            variables.merge(left, right, (before, now) -> adds ? before + " " + now : now);
        }
        Condition condition = Condition.namedIn(left).and(Condition.all(branches));
        Matcher list = LIST.matcher(left);
        if (list.matches() && isBuilt(list.group(2), condition)) {
            for (String word : right.split("\\s+")) {
                listed(list.group(1), word, condition);
            }
            return;
        }
        Matcher parts = PARTS.matcher(left);
        if (parts.matches() && !FLAGS.matcher(parts.group(1)).matches()) {
            for (String word : right.split("\\s+")) {
                if (word.endsWith(".o")) {
                    rules.part(object(word), BuildRules.path(directory, parts.group(1)), condition);
                }
            }
        }
    }

    private static boolean isBuilt(String suffix, Condition condition) {
        return suffix.equals("y")
                || suffix.equals("m")
                || suffix.equals("objs")
                || suffix.startsWith("$(")
                || !condition.symbols().isEmpty();
    }

    private void listed(String list, String word, Condition condition) {
        if (word.endsWith(".o")) {
            rules.object(object(word), condition);
        } else if (word.endsWith("/")) {
            boolean fromTop =
                    FROM_TOP.matcher(list).matches() && TOP.matcher(word).matches();
            String below = word.substring(0, word.length() - 1);
            rules.directory(
                    fromTop ? below.replaceFirst("^/+", "") : BuildRules.path(directory, below), directory, condition);
        }
    }

    private String object(String word) {
        return BuildRules.path(directory, word.substring(0, word.length() - ".o".length()));
    }

    private String expanded(String text) {
        String now = text;
        for (int round = 0; round < NESTED_VARIABLES; round++) {
            String next = VARIABLE.matcher(now).replaceAll(found -> Matcher.quoteReplacement(value(found.group())));
            if (next.equals(now)) {
                break;
            }
            now = next;
        }
        return PREFIXED.matcher(now)
                .replaceAll(prefix ->
                        Matcher.quoteReplacement(prefixed(prefix.group(1).strip(), prefix.group(2))))
                .replace("$(src)/", "")
                .replace("$(obj)/", "")
                .replace("$(srctree)/", "/");
    }

    private String value(String variable) {
        String name = variable.substring(2, variable.length() - 1);
        boolean later = name.startsWith("CONFIG") || name.startsWith("src") || name.startsWith("obj");
        return variables.getOrDefault(name, later ? variable : "");
    }

    private static String prefixed(String prefix, String words) {
        StringBuilder all = new StringBuilder();
        for (String word : words.strip().split("\\s+")) {
            all.append(all.isEmpty() ? "" : " ").append(prefix).append(word);
        }
        return all.toString();
    }
}
