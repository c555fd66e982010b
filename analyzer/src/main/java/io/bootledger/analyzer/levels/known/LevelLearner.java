package io.bootledger.analyzer.levels.known;

import io.bootledger.traces.symbols.SymbolTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Gathers which function runs at which level, kernel by kernel, into the text that {@link LevelKnowledge} reads. The same
 * sources in the same order give the same text.
 */
public final class LevelLearner {
    private static final String SOURCE = "# source ";

    private final Map<String, KnownSource> sources = new LinkedHashMap<>();

    /** Takes over what a text has gathered before. */
    public LevelLearner learn(LevelKnowledge knowledge) {
        knowledge.texts().forEach(this::learnText);
        return this;
    }

    /**
     * Learns the initcalls of a kernel; what the same source said before is forgotten.
     *
     * @param source what to call it: the kernel's release
     */
    public LevelLearner learn(String source, SymbolTable table) {
        sources.put(nameOf(source), KnownSource.of(table));
        return this;
    }

    /** Forgets what a source said. */
    public LevelLearner forget(String source) {
        sources.remove(nameOf(source));
        return this;
    }

    /** The sources it has learned from, in order. */
    public List<String> sources() {
        return List.copyOf(sources.keySet());
    }

    /** The same with their size. */
    public List<LearnedKernel> kernels() {
        return sources.entrySet().stream()
                .map(source -> new LearnedKernel(
                        source.getKey(),
                        source.getValue().calls().size(),
                        source.getValue().ordered()))
                .toList();
    }

    /** The first source that says what a table says; null when none does. */
    public @Nullable String sourceOf(SymbolTable table) {
        KnownSource wanted = KnownSource.of(table);
        return sources.entrySet().stream()
                .filter(source -> source.getValue().saysTheSame(wanted))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** All that was learned. */
    public LevelKnowledge knowledge() {
        return LevelKnowledge.of(text());
    }

    /** All that was learned, as text to keep. */
    public String text() {
        StringBuilder text = new StringBuilder(LevelKnowledgeText.MAGIC);
        int number = 1;
        for (var source : sources.entrySet()) {
            text.append(SOURCE).append(number++).append(source.getValue().ordered() ? " ordered " : " unordered ");
            text.append(source.getKey()).append('\n');
        }
        text.append("# calls ").append(calls()).append('\n');
        Map<String, String> objects = objects();
        Map<String, Integer> ranks = LinkRanks.of(sequences(objects));
        facts().forEach((function, facts) -> {
            text.append(function).append('\t').append(facts);
            Integer rank = ranks.get(objects.getOrDefault(function, function));
            if (rank != null) {
                text.append('\t').append(rank);
                text.append('\t').append(objects.getOrDefault(function, ""));
            }
            text.append('\n');
        });
        return text.toString();
    }

    private String calls() {
        int[] calls = new int[HalfLevel.COUNT];
        ordered().forEach(source -> source.calls().forEach(call -> calls[call.halfLevel()]++));
        List<String> parts = new ArrayList<>();
        for (int at = 0; at < calls.length; at++) {
            if (calls[at] > 0) {
                parts.add(HalfLevel.of(at).id() + "=" + calls[at]);
            }
        }
        return String.join(";", parts);
    }

    private Collection<KnownSource> ordered() {
        return sources.values().stream().filter(KnownSource::ordered).toList();
    }

    /** The object that holds a function, by the module name of the first source that names one. */
    private Map<String, String> objects() {
        Map<String, String> objects = new HashMap<>();
        for (KnownSource source : sources.values()) {
            for (KnownSource.Call call : source.calls()) {
                if (call.object() != null) {
                    objects.putIfAbsent(call.function(), call.object());
                }
            }
        }
        return objects;
    }

    private List<List<String>> sequences(Map<String, String> objects) {
        List<List<String>> sequences = new ArrayList<>();
        for (KnownSource source : ordered()) {
            Map<Integer, List<String>> byLevel = new TreeMap<>();
            for (KnownSource.Call call : source.calls()) {
                byLevel.computeIfAbsent(call.halfLevel(), level -> new ArrayList<>())
                        .add(objects.getOrDefault(call.function(), call.function()));
            }
            sequences.addAll(byLevel.values());
        }
        return sequences;
    }

    private Map<String, String> facts() {
        Map<String, Map<Integer, List<String>>> facts = new TreeMap<>();
        int number = 1;
        for (KnownSource source : sources.values()) {
            int ordinal = 1;
            for (KnownSource.Call call : source.calls()) {
                facts.computeIfAbsent(call.function(), function -> new TreeMap<>())
                        .computeIfAbsent(call.halfLevel(), level -> new ArrayList<>())
                        .add(source.ordered() ? number + "." + ordinal : "" + number);
                ordinal++;
            }
            number++;
        }
        Map<String, String> lines = new TreeMap<>();
        facts.forEach((function, levels) -> {
            List<String> parts = new ArrayList<>();
            levels.forEach((index, tokens) -> parts.add(HalfLevel.of(index).id() + "=" + String.join(",", tokens)));
            lines.put(function, String.join(";", parts));
        });
        return lines;
    }

    private void learnText(String text) {
        sources.putAll(KnownSource.ofText(text));
    }

    /** A name is one line, and plain text as all of the knowledge is. */
    private static String nameOf(String source) {
        return source.replaceAll("[^ -~]+", " ").replaceAll(" +", " ").strip();
    }
}
