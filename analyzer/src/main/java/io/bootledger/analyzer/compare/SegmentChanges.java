package io.bootledger.analyzer.compare;

import io.bootledger.analyzer.compare.measure.ComparedBoot;
import io.bootledger.analyzer.compare.measure.Segments;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who became slower from power-on to login.
 *
 * @param changes in the order of a boot, the candidate's first
 * @param uncertaintyUs by how much one may be off; null where the kernel's clock tells all of them
 */
public record SegmentChanges(List<Change> changes, @Nullable Long uncertaintyUs) {
    public SegmentChanges {
        changes = List.copyOf(changes);
    }

    /** @param change of a name, and of how long each boot took for it */
    static SegmentChanges of(
            List<ComparedBoot> baseline,
            List<ComparedBoot> candidate,
            BiFunction<String, Function<ComparedBoot, @Nullable Long>, Change> change) {
        Set<String> names = new LinkedHashSet<>();
        List<Segments> all = Stream.of(candidate, baseline)
                .flatMap(List::stream)
                .map(ComparedBoot::segments)
                .toList();
        all.forEach(segments -> names.addAll(segments.us().keySet()));
        List<Change> changes = new ArrayList<>();
        for (String name : names) {
            changes.add(change.apply(name, boot -> boot.segments().us().get(name)));
        }
        Long uncertaintyUs = all.stream()
                .map(Segments::uncertaintyUs)
                .filter(Objects::nonNull)
                .max(Long::compare)
                .orElse(null);
        return new SegmentChanges(changes, uncertaintyUs);
    }
}
