package io.bootledger.analyzer.compare;

import io.bootledger.analyzer.compare.measure.ComparedBoot;
import io.bootledger.analyzer.reading.CommandLine;
import io.bootledger.analyzer.reading.Kernel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which kernels booted, and on what.
 *
 * @param baselineReleases as {@code uname -r} prints them; empty when no log tells
 * @param candidateReleases the same of the candidate
 * @param baselineMachines what the machines call themselves; empty when no log tells
 * @param candidateMachines the same of the candidate
 * @param wordsAdded words that only the candidate's command lines have
 * @param wordsRemoved words that only the baseline's command lines have
 */
public record KernelChange(
        List<String> baselineReleases,
        List<String> candidateReleases,
        List<String> baselineMachines,
        List<String> candidateMachines,
        List<String> wordsAdded,
        List<String> wordsRemoved) {
    static KernelChange of(List<ComparedBoot> baseline, List<ComparedBoot> candidate) {
        boolean told = baseline.stream().anyMatch(boot -> boot.kernel().commandLine() != null)
                && candidate.stream().anyMatch(boot -> boot.kernel().commandLine() != null);
        return new KernelChange(
                distinct(baseline, Kernel::release),
                distinct(candidate, Kernel::release),
                distinct(baseline, Kernel::machine),
                distinct(candidate, Kernel::machine),
                told ? without(words(candidate), words(baseline)) : List.of(),
                told ? without(words(baseline), words(candidate)) : List.of());
    }

    private static List<String> distinct(List<ComparedBoot> boots, Function<Kernel, @Nullable String> fact) {
        return boots.stream()
                .map(boot -> fact.apply(boot.kernel()))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /** In their order on the command line. */
    private static Set<String> words(List<ComparedBoot> boots) {
        return boots.stream()
                .flatMap(boot -> CommandLine.of(boot.kernel()).words().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<String> without(Set<String> words, Set<String> others) {
        return words.stream().filter(word -> !others.contains(word)).toList();
    }
}
