package io.bootledger.analyzer.knowledge;

import io.bootledger.traces.event.KernelVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Which kernels understand which words of the command line, and have which {@code CONFIG_} symbols. */
public final class KnownWords {
    private final SortedLines lines;
    private final List<KernelVersion> kernels = new ArrayList<>();

    private KnownWords(SortedLines lines) {
        this.lines = lines;
        for (int at = 0; !lines.find(":k" + at).isEmpty(); at++) {
            kernels.add(Objects.requireNonNull(
                    KernelVersion.of(lines.find(":k" + at).get(0))));
        }
    }

    /** As {@link CodeKnowledgeText#words} writes them. */
    public static KnownWords of(String text) {
        return new KnownWords(new SortedLines(text.getBytes(StandardCharsets.UTF_8), 0));
    }

    /** The kernels that were asked, the oldest first. */
    public List<KernelVersion> kernels() {
        return List.copyOf(kernels);
    }

    /** Those of them that know a word, or a symbol with its {@code CONFIG_}. */
    public List<KernelVersion> knowing(String word) {
        List<String> found = lines.find(word);
        if (found.isEmpty()) {
            return List.of();
        }
        return found.get(0).isEmpty()
                ? kernels()
                : found.get(0)
                        .chars()
                        .mapToObj(digit -> kernels.get(digit - '0'))
                        .toList();
    }
}
