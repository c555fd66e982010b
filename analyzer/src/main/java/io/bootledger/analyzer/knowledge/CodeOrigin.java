package io.bootledger.analyzer.knowledge;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where an init function comes from. What nothing tells is null: the name is not known, or several functions have it and the log
 * does not say which of them ran.
 *
 * @param file from the top of the source tree: {@code drivers/acpi/bus.c}
 * @param kconfig what builds it: {@code ACPI}, {@code SND_SOC&SND_SOC_ACPI}; {@code y} when always built
 * @param owner the section of MAINTAINERS that answers for it; of a file that two name alike, both: {@code A | B}
 */
public record CodeOrigin(
        @Nullable String file,
        @Nullable String kconfig,
        @Nullable String owner) {
    static final CodeOrigin UNKNOWN = new CodeOrigin(null, null, null);

    /** What all candidates have in common. */
    static CodeOrigin of(List<KnownCode> candidates, KernelAt kernel) {
        return new CodeOrigin(
                common(candidates, KnownCode::file),
                common(candidates, code -> code.kconfig().at(kernel.version())),
                common(candidates, code -> String.join(" | ", code.owners())));
    }

    private static @Nullable String common(List<KnownCode> candidates, Function<KnownCode, String> fact) {
        String first = fact.apply(candidates.get(0));
        for (KnownCode other : candidates.subList(1, candidates.size())) {
            if (!fact.apply(other).equals(first)) {
                return null;
            }
        }
        return first.isEmpty() ? null : first;
    }
}
