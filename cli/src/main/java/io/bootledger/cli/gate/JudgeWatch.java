package io.bootledger.cli.gate;

import io.bootledger.analyzer.calibration.Rates;
import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.analyzer.gate.GateSettings;
import io.bootledger.cli.process.Progress;
import io.bootledger.cli.process.Surroundings;
import java.util.List;

/** A judge of thousands of comparisons that shows how many it judged. */
final class JudgeWatch implements Rates.Judge, AutoCloseable {
    private final Rates.Judge judge;
    private final Progress progress;

    JudgeWatch(Rates.Judge judge, Surroundings here) {
        this.judge = judge;
        this.progress = Progress.ofSome("Judging", "comparisons", here);
    }

    @Override
    public GateResult judge(List<BootMeasures> baseline, List<BootMeasures> candidate, GateSettings settings) {
        GateResult result = judge.judge(baseline, candidate, settings);
        progress.step();
        return result;
    }

    @Override
    public void close() {
        progress.close();
    }
}
