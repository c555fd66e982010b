package io.bootledger.cli.gate;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.analyzer.calibration.Comparisons;
import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.statistics.Design;
import io.bootledger.simulator.scenario.Scenario;
import io.bootledger.simulator.scenario.ScenarioLog;
import java.util.ArrayList;
import java.util.List;

/** Boots of two simulated kernels on one machine, event by event: no log is written or read. */
final class SimulatedComparisons implements Comparisons {
    private static final long BOOTS_OF_A_SIDE = 1_000;

    private final ScenarioLog baseline;
    private final ScenarioLog candidate;
    private final long seed;

    SimulatedComparisons(Scenario baseline, Scenario candidate, long seed) {
        this.baseline = new ScenarioLog(baseline);
        this.candidate = new ScenarioLog(candidate);
        this.seed = seed;
    }

    @Override
    public Pair draw(Design boots, int run) {
        long session = 2 * (seed * Integer.MAX_VALUE + run);
        return new Pair(boots(baseline, boots.earlier(), session), boots(candidate, boots.later(), session + 1));
    }

    private static List<BootMeasures> boots(ScenarioLog machine, int count, long session) {
        List<BootMeasures> boots = new ArrayList<>();
        for (int boot = 0; boot < count; boot++) {
            BootAnalyzer analyzer = new BootAnalyzer(
                    "boot " + (boot + 1), AnalysisOptions.LOG_ONLY, one -> boots.add(BootMeasures.of(one)));
            machine.inSession(session).events(session * BOOTS_OF_A_SIDE + boot, analyzer);
        }
        return boots;
    }
}
