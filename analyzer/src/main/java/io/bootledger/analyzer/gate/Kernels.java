package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import java.util.List;
import java.util.Objects;

/** The releases of the kernels that booted, as far as the logs tell them, in the order of the alphabet: one a side, if all is well. */
public record Kernels(List<String> baseline, List<String> candidate) {
    static Kernels of(List<BootMeasures> baseline, List<BootMeasures> candidate) {
        return new Kernels(releases(baseline), releases(candidate));
    }

    private static List<String> releases(List<BootMeasures> boots) {
        return boots.stream()
                .map(BootMeasures::kernel)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }
}
