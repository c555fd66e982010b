package io.bootledger.cli.gate;

import io.bootledger.analyzer.compare.Comparison;
import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.ComparedBoot;
import io.bootledger.analyzer.gate.Gate;
import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.analyzer.gate.GateSettings;
import io.bootledger.analyzer.gate.SequentialGate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The boots that a gate holds against each other.
 *
 * @param baselineBoots one at least, be it unusable
 * @param candidateBoots one at least, be it unusable
 */
public record GateSides(List<ComparedBoot> baselineBoots, List<ComparedBoot> candidateBoots) {
    /** As told by what they hold: of many boots, some arrangements only are drawn, and which must not depend on the order of files. */
    private static final Comparator<BootMeasures> BY_CONTENT =
            Comparator.comparing(GateSides::durations, Arrays::compare).thenComparing(BootMeasures::boot);

    /** In an order that does not depend on that of the files, nor, unless boots are alike, on their names. */
    List<BootMeasures> baseline() {
        return measures(baselineBoots).sorted(BY_CONTENT).toList();
    }

    /** In an order that does not depend on that of the files. */
    List<BootMeasures> candidate() {
        return measures(candidateBoots).sorted(BY_CONTENT).toList();
    }

    private static Stream<BootMeasures> measures(List<ComparedBoot> boots) {
        return boots.stream().map(ComparedBoot::measures);
    }

    private static long[] durations(BootMeasures boot) {
        LongStream total = boot.totalUs() == null ? LongStream.empty() : LongStream.of(boot.totalUs());
        return LongStream.concat(total, boot.initcalls().values().stream().mapToLong(Long::longValue))
                .toArray();
    }

    /** @param sequential whether it boots until it is decided: then the first boots given are judged first */
    public GateResult judge(GateSettings settings, boolean sequential) {
        List<BootMeasures> baseline = sequential ? measures(baselineBoots).toList() : baseline();
        List<BootMeasures> candidate =
                SharedBoots.told(baseline, sequential ? measures(candidateBoots).toList() : candidate());
        return sequential
                ? SequentialGate.judge(baseline, candidate, settings)
                : Gate.judge(baseline, candidate, settings);
    }

    private static List<ComparedBoot> byName(List<ComparedBoot> boots) {
        return boots.stream()
                .sorted(Comparator.comparing(boot -> boot.measures().boot()))
                .toList();
    }

    /** Beside each other, as a page shows them: in the order of their names, whatever that of the files was. */
    Comparison compared(GateSettings settings) {
        return Comparison.of(
                byName(baselineBoots), byName(candidateBoots), settings.interleaved(), settings.allowedDifferences());
    }
}
