package io.bootledger.kernelsource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which objects are built under which condition, what they are linked into, and which directories kbuild enters when. */
final class BuildRules {
    /** A way for an object to be built: its own condition, the module it is linked into, and what guards its directories. */
    record Way(Condition own, String module, List<String> guards) {}

    private record Part(String whole, Condition condition) {}

    private record Entry(String from, Condition condition) {}

    /** Entered by the top makefile or by the architecture's, without a condition. */
    private static final Pattern ENTERED = Pattern.compile(
            "|init|usr|certs|kernel|mm|fs|ipc|security|crypto|block|io_uring|rust|drivers|sound|samples|net|virt|lib|arch/\\w+");

    private static final int DEEPEST_OBJECT = 5;
    private static final int DEEPEST_DIRECTORY = 15;

    private final Map<String, Set<Condition>> objects = new TreeMap<>();
    private final Map<String, Set<Part>> parts = new HashMap<>();
    private final Map<String, Set<String>> members = new HashMap<>();
    private final Map<String, Set<Entry>> directories = new HashMap<>();
    private final Map<String, Set<List<String>>> chains = new HashMap<>();

    private BuildRules() {}

    static BuildRules of(SourceTree tree) {
        BuildRules rules = new BuildRules();
        for (String file :
                tree.files(file -> SourceTree.name(file).matches("Makefile|Kbuild|Kbuild.platforms|Platform"))) {
            String directory = SourceTree.directory(file);
            String name = SourceTree.name(file);
            boolean arch = directory.matches("arch/\\w+");
            if (name.equals("Platform")) {
                Makefile.read(tree, file, "arch/mips", rules);
            } else {
                Makefile.read(tree, file, arch && name.equals("Makefile") ? "" : directory, rules);
            }
        }
        return rules;
    }

    static String path(String directory, String below) {
        return Path.of(directory, below).normalize().toString();
    }

    void object(String object, Condition condition) {
        objects.computeIfAbsent(object, name -> new LinkedHashSet<>()).add(condition);
    }

    void part(String object, String whole, Condition condition) {
        parts.computeIfAbsent(object, name -> new LinkedHashSet<>()).add(new Part(whole, condition));
        members.computeIfAbsent(whole, name -> new TreeSet<>()).add(object);
    }

    void directory(String directory, String from, Condition condition) {
        directories.computeIfAbsent(directory, name -> new LinkedHashSet<>()).add(new Entry(from, condition));
    }

    /** Objects that a makefile lists by themselves, with the conditions. */
    Map<String, Set<Condition>> objects() {
        return objects;
    }

    /** What an object is linked from; empty when it has but one source. */
    Set<String> members(String object) {
        return members.getOrDefault(object, Set.of());
    }

    /** All ways in which an object is built; empty when no makefile says. */
    Set<Way> ways(String object) {
        return ways(object, 0, Set.of());
    }

    private Set<Way> ways(String object, int depth, Set<String> seen) {
        Set<Way> ways = new LinkedHashSet<>();
        for (Condition own : objects.getOrDefault(object, Set.of())) {
            for (List<String> guards : nearestGuards(SourceTree.directory(object))) {
                ways.add(new Way(own, SourceTree.name(object), guards));
            }
        }
        if (depth < DEEPEST_OBJECT) {
            Set<String> met = new TreeSet<>(seen);
            met.add(object);
            for (Part part : parts.getOrDefault(object, Set.of())) {
                if (!met.contains(part.whole())) {
                    for (Way way : ways(part.whole(), depth + 1, met)) {
                        ways.add(new Way(part.condition().and(way.own()), way.module(), way.guards()));
                    }
                }
            }
        }
        return ways;
    }

    /** An object may be listed by a directory above its own: then the chain begins there. */
    Set<List<String>> nearestGuards(String directory) {
        String at = directory;
        while (true) {
            Set<List<String>> found = guards(at, 0);
            if (!found.isEmpty()) {
                return found;
            }
            if (at.isEmpty()) {
                return Set.of(List.of());
            }
            at = SourceTree.directory(at);
        }
    }

    /** The symbols on the ways down to a directory, the nearest first; nothing when no makefile enters it. */
    private Set<List<String>> guards(String directory, int depth) {
        Set<List<String>> known = chains.get(directory);
        if (known != null) {
            return known;
        }
        chains.put(directory, Set.of(List.of()));
        Set<List<String>> found = new LinkedHashSet<>();
        if (ENTERED.matcher(directory).matches() || depth > DEEPEST_DIRECTORY) {
            found.add(List.of());
        } else {
            for (Entry entry : directories.getOrDefault(directory, Set.of())) {
                Set<List<String>> above =
                        entry.from().equals(directory) ? Set.of(List.of()) : guards(entry.from(), depth + 1);
                above.forEach(chain -> found.add(joined(entry.condition(), chain)));
            }
        }
        chains.put(directory, found);
        return found;
    }

    private static List<String> joined(Condition condition, List<String> above) {
        List<String> chain = new ArrayList<>(new TreeSet<>(condition.symbols()));
        above.stream().filter(symbol -> !condition.symbols().contains(symbol)).forEach(chain::add);
        return chain;
    }
}
