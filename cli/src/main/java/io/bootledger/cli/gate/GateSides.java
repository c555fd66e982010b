package io.bootledger.cli.gate;

import io.bootledger.analyzer.compare.Comparison;
import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.ComparedBoot;
import io.bootledger.analyzer.gate.Gate;
import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.analyzer.gate.GateSettings;
import io.bootledger.analyzer.gate.SequentialGate;
import java.util.List;

/**
 * The boots that a gate holds against each other.
 *
 * @param baselineBoots one at least, be it unusable
 * @param candidateBoots one at least, be it unusable
 */
public record GateSides(List<ComparedBoot> baselineBoots, List<ComparedBoot> candidateBoots) {
    List<BootMeasures> baseline() {
        return baselineBoots.stream().map(ComparedBoot::measures).toList();
    }

    List<BootMeasures> candidate() {
        return candidateBoots.stream().map(ComparedBoot::measures).toList();
    }

    /** @param sequential whether it boots until it is decided */
    public GateResult judge(GateSettings settings, boolean sequential) {
        return sequential
                ? SequentialGate.judge(baseline(), candidate(), settings)
                : Gate.judge(baseline(), candidate(), settings);
    }

    /** Beside each other, as a page shows them. */
    Comparison compared(GateSettings settings) {
        return Comparison.of(baselineBoots, candidateBoots, settings.interleaved(), settings.allowedDifferences());
    }
}
