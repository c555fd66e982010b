package io.bootledger.analyzer.levels.known;

import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.symbols.SymbolTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The calls that one kernel's table, or one source tree, states. */
final class KnownSource {
    /** One initcall: function, index of its half-level, and its object's module name where the source has it. */
    record Call(String function, int halfLevel, @Nullable String object) {}

    private final boolean ordered;
    private final List<Call> calls = new ArrayList<>();

    /** @param ordered whether the calls are in link order */
    KnownSource(boolean ordered) {
        this.ordered = ordered;
    }

    /** What a kernel's table states, leaving out what tells no level. */
    static KnownSource of(SymbolTable table) {
        KnownSource kernel = new KnownSource(table.ordered());
        for (SymbolTable.Entry entry : table.entries()) {
            InitcallLevel level = entry.level();
            if (level != null && level != InitcallLevel.MODULE && isName(entry.function())) {
                kernel.add(entry.function(), new HalfLevel(level, entry.sync()).index(), entry.module());
            }
        }
        return kernel;
    }

    private static boolean isName(String function) {
        return !function.isEmpty()
                && function.chars().allMatch(character -> character > ' ' && character < 127)
                && function.charAt(0) != '#';
    }

    /** Whether both have the same calls; in whatever order where that is not known. */
    boolean saysTheSame(KnownSource other) {
        return ordered == other.ordered && facts().equals(other.facts());
    }

    private List<String> facts() {
        Stream<String> facts = calls.stream().map(call -> call.function() + " " + call.halfLevel());
        return (ordered ? facts : facts.sorted()).toList();
    }

    boolean ordered() {
        return ordered;
    }

    List<Call> calls() {
        return calls;
    }

    void add(String function, int halfLevel, @Nullable String object) {
        calls.add(new Call(function, halfLevel, object));
    }

    /** The sources of a text that {@link LevelLearner} wrote, by name, in its order. */
    static Map<String, KnownSource> ofText(String text) {
        Map<String, KnownSource> byName = new LinkedHashMap<>();
        Map<Integer, Map<Integer, Call>> byNumber = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith("# source ")) {
                String[] words = line.split(" ", 5);
                if (words.length < 5 || byName.containsKey(words[4])) {
                    throw new IllegalArgumentException("this line names no kernel: " + line);
                }
                names.add(words[4]);
                byName.put(words[4], new KnownSource(words[3].equals("ordered")));
            } else if (!line.startsWith("#")) {
                readCalls(line, byNumber);
            }
        }
        for (int number = 1; number <= names.size(); number++) {
            KnownSource source = byName.get(names.get(number - 1));
            if (source != null) {
                source.calls.addAll(
                        byNumber.getOrDefault(number, new TreeMap<>()).values());
            }
        }
        return byName;
    }

    private static void readCalls(String line, Map<Integer, Map<Integer, Call>> byNumber) {
        String[] columns = line.split("\t", -1);
        if (columns.length < 2) {
            return;
        }
        String object = columns.length > 3 && !columns[3].isEmpty() ? columns[3] : null;
        Facts.eachLevel(columns[1], (tokens, index) -> {
            for (String token : tokens.split(",", -1)) {
                int dot = token.indexOf('.');
                Map<Integer, Call> calls = byNumber.computeIfAbsent(
                        Facts.number(dot < 0 ? token : token.substring(0, dot)), number -> new TreeMap<>());
                int ordinal = dot < 0 ? calls.size() + 1 : Facts.number(token.substring(dot + 1));
                calls.put(ordinal, new Call(columns[0], index, object));
            }
        });
    }
}
