package io.bootledger.analyzer.levels.known;

import io.bootledger.analyzer.knowledge.SortedLines;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * At which level earlier kernels run which function, and in which order they link them. Facts, each with the kernel that states it;
 * {@code docs/levels.md} tells how they were gathered.
 */
public final class LevelKnowledge {
    /** Names looked up before: a boot is placed again and again in a capture of thousands of boots. */
    private static final int MOST_REMEMBERED = 50_000;

    private final List<LevelKnowledgeText> texts;
    private final int[] calls = new int[HalfLevel.COUNT];
    private final Map<String, Optional<KnownFunction>> remembered = new ConcurrentHashMap<>();

    private LevelKnowledge(List<LevelKnowledgeText> texts) {
        this.texts = List.copyOf(texts);
        for (LevelKnowledgeText text : texts) {
            int[] more = text.calls();
            for (int at = 0; at < calls.length; at++) {
                calls[at] += more[at];
            }
        }
    }

    /** Nothing known: only the order of levels remains. */
    public static LevelKnowledge none() {
        return new LevelKnowledge(List.of());
    }

    /** What Bootledger ships; read when first asked for. */
    public static LevelKnowledge shipped() {
        return Shipped.KNOWLEDGE;
    }

    /**
     * Knowledge as {@link LevelLearner#text()} gives it.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static LevelKnowledge of(String text) {
        return new LevelKnowledge(List.of(new LevelKnowledgeText(text.getBytes(StandardCharsets.US_ASCII))));
    }

    /** This and more, for example what a user's own kernels taught. */
    public LevelKnowledge and(LevelKnowledge more) {
        List<LevelKnowledgeText> both = new ArrayList<>(texts);
        both.addAll(more.texts);
        return new LevelKnowledge(both);
    }

    /** The texts it was made of. */
    List<String> texts() {
        return texts.stream().map(LevelKnowledgeText::whole).toList();
    }

    /** How many calls of whole kernels stand at a half-level. */
    public int calls(int halfLevel) {
        return calls[halfLevel];
    }

    /** What is known of a function; null when nothing is. */
    @Nullable
    public KnownFunction find(String function) {
        Optional<KnownFunction> known = remembered.get(function);
        if (known == null) {
            known = Optional.ofNullable(search(function));
            if (remembered.size() < MOST_REMEMBERED) {
                remembered.put(function, known);
            }
        }
        return known.orElse(null);
    }

    private @Nullable KnownFunction search(String function) {
        KnownFunction sum = null;
        for (LevelKnowledgeText text : texts) {
            KnownFunction found = text.find(function);
            sum = found == null ? sum : sum == null ? found : sum.and(found);
        }
        return sum;
    }

    private static final class Shipped {
        static final LevelKnowledge KNOWLEDGE = new LevelKnowledge(
                List.of(new LevelKnowledgeText(SortedLines.shipped(LevelKnowledge.class, "known-levels.txt.gz"))));
    }
}
