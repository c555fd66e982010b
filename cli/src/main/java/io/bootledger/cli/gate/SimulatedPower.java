package io.bootledger.cli.gate;

import io.bootledger.analyzer.calibration.Comparisons;
import io.bootledger.analyzer.calibration.PowerRow;
import io.bootledger.analyzer.calibration.Rates;
import io.bootledger.analyzer.gate.GateSettings;
import io.bootledger.analyzer.rule.Scope;
import io.bootledger.analyzer.statistics.Design;
import io.bootledger.simulator.scenario.Edit;
import io.bootledger.simulator.scenario.HostNoise;
import io.bootledger.simulator.scenario.ReferenceMachine;
import io.bootledger.simulator.scenario.Scenario;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Runs the gate on the simulated reference machine, unchanged and slowed, and counts what it says. */
public final class SimulatedPower {
    /** What is done to the candidate, from the invisible to the obvious. */
    private static final List<Change> CHANGES = List.of(
            new Change("everything +5 %", null, machine -> machine.slower(5)),
            new Change("everything +10 %", null, machine -> machine.slower(10)),
            initcall("100 ms +15 %", "known_100ms_init", "115%"),
            initcall("100 ms +50 %", "known_100ms_init", "150%"),
            initcall("20 ms +20 %", "known_20ms_init", "120%"),
            initcall("20 ms +50 %", "known_20ms_init", "150%"),
            initcall("5 ms +50 %", "known_5ms_init", "150%"),
            initcall("1 ms x3", "known_1ms_init", "x3"),
            initcall("20 us -> 5 ms", "known_20us_init", "5ms"));

    private static final int SESSIONS = 16;

    private final GateSettings settings;
    private final Rates.Judge judge;
    private final int runs;
    private final long seed;

    private record Change(String what, @Nullable String slowed, UnaryOperator<Scenario> of) {}

    SimulatedPower(GateSettings settings, Rates.Judge judge, int runs, long seed) {
        this.settings = settings;
        this.judge = judge;
        this.runs = runs;
        this.seed = seed;
    }

    private static Change initcall(String what, String function, String duration) {
        return new Change(what, function, Edit.parse("initcall." + function + ".duration=" + duration)::apply);
    }

    /** Old kernel against old kernel: whatever is found is a false alarm. */
    PowerRow unchanged(HostNoise host, Design boots) {
        Scenario machine = ReferenceMachine.on(host);
        return row(host, null, null, comparisons(host, machine, machine), boots);
    }

    /** A row for each change. */
    List<PowerRow> slowed(HostNoise host, Design boots) {
        Scenario machine = ReferenceMachine.on(host);
        return CHANGES.stream()
                .map(change -> row(
                        host,
                        change.what(),
                        change.slowed(),
                        comparisons(host, machine, change.of().apply(machine)),
                        boots))
                .toList();
    }

    private SimulatedComparisons comparisons(HostNoise host, Scenario baseline, Scenario candidate) {
        return new SimulatedComparisons(baseline, candidate, host == HostNoise.SESSION ? SESSIONS : 1, seed);
    }

    private PowerRow row(
            HostNoise host, @Nullable String change, @Nullable String slowed, Comparisons comparisons, Design boots) {
        Rates.Changed changed = change == null
                ? null
                : slowed == null ? new Rates.Changed(Scope.TOTAL, "total") : new Rates.Changed(Scope.INITCALL, slowed);
        // Boots of one session follow each other, those of the other hosts are made independently of each other.
        GateSettings of = settings.inTurn(host != HostNoise.SESSION);
        return new PowerRow(host.toString(), change, changed, Rates.of(comparisons, boots, runs, judge, of, changed));
    }
}
