package io.bootledger.analyzer.rule;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.Segments;
import io.bootledger.analyzer.rule.MetricTable.Row;
import io.bootledger.analyzer.statistics.Design;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One permutation test over who ran before the kernel and behind it. They are a family of their own, so that no kernel is judged
 * otherwise because its user space is noisy; what the initcalls tell of a boot's speed is not theirs. The kernel is not among them: it
 * is the total.
 *
 * @param table a row a segment, in the order of a boot
 * @param untold segments of which some boot does not tell how long they took: unlike an initcall's, their lack means nothing
 * @param uncertaintyUs by how much clocks may be off: what is less is no change
 */
public record SegmentTest(MetricTable table, List<String> untold, long uncertaintyUs) {
    /** Of complete boots, one at least on each side. */
    public static SegmentTest of(List<BootMeasures> baseline, List<BootMeasures> candidate) {
        List<Segments> boots = Stream.of(candidate, baseline)
                .flatMap(List::stream)
                .map(BootMeasures::segments)
                .toList();
        Set<String> names = new LinkedHashSet<>();
        boots.forEach(boot -> names.addAll(boot.us().keySet()));
        names.remove(Segments.KERNEL);
        List<Row> rows = new ArrayList<>();
        List<String> untold = new ArrayList<>();
        for (String name : names) {
            double[] us = Stream.of(baseline, candidate)
                    .flatMap(List::stream)
                    .map(boot -> boot.segments().us().get(name))
                    .filter(Objects::nonNull)
                    .mapToDouble(Long::doubleValue)
                    .toArray();
            if (us.length == boots.size()) {
                rows.add(new Row(Scope.SEGMENT, name, us, true));
            } else {
                untold.add(name);
            }
        }
        long uncertaintyUs = boots.stream()
                .map(Segments::uncertaintyUs)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        Design design = new Design(baseline.size(), candidate.size());
        return new SegmentTest(new MetricTable(design, rows, List.of()), untold, uncertaintyUs);
    }

    /** Of the segments that are long enough to matter, in the order of the table. */
    public List<Finding> findings(GateRule rule) {
        if (table.rows().isEmpty()) {
            return List.of();
        }
        double[] factors = new double[table.design().size()];
        Arrays.fill(factors, 1);
        // A change counts beyond two steps of a clock, and here beyond what it may be off.
        return new FamilyTest(table, rule, factors, (uncertaintyUs + 1) / 2).findings();
    }
}
