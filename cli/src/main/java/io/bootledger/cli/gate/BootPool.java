package io.bootledger.cli.gate;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.simulator.scenario.Scenario;
import io.bootledger.simulator.scenario.ScenarioLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Boots of a simulated kernel by number, each made when it is first asked for and kept: no log is written or read. */
final class BootPool {
    private final ScenarioLog machine;
    private final long seed;
    private final Map<Integer, BootMeasures> made = new ConcurrentHashMap<>();

    /** @param seed kernels with the same seed differ, boot by boot, by what was changed only */
    BootPool(Scenario machine, long seed) {
        this.machine = new ScenarioLog(machine);
        this.seed = seed;
    }

    /** @param session what this and other boots of it have in common comes from its number */
    BootMeasures boot(int number, int session) {
        return made.computeIfAbsent(number, one -> {
            List<BootMeasures> boots = new ArrayList<>();
            BootAnalyzer analyzer = new BootAnalyzer(
                    "boot " + (number + 1), AnalysisOptions.LOG_ONLY, analysis -> boots.add(BootMeasures.of(analysis)));
            machine.inSession(seed * Integer.MAX_VALUE + session).events(seed * Integer.MAX_VALUE + number, analyzer);
            return boots.get(0);
        });
    }
}
