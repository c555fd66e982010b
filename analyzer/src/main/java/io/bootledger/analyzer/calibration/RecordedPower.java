package io.bootledger.analyzer.calibration;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.gate.GateSettings;
import io.bootledger.analyzer.gate.Injection;
import io.bootledger.analyzer.statistics.Design;
import java.util.List;
import java.util.Set;

/** Runs the gate on recorded boots, dealt to two sides, as they are and with known changes, and counts what it says. */
public final class RecordedPower {
    private final List<BootMeasures> boots;
    private final Comparisons comparisons;
    private final String noise;
    private final GateSettings settings;
    private final Rates.Judge judge;
    private final int runs;

    private RecordedPower(
            List<BootMeasures> boots,
            Comparisons comparisons,
            String noise,
            GateSettings settings,
            Rates.Judge judge,
            int runs) {
        this.boots = List.copyOf(boots);
        this.comparisons = comparisons;
        this.noise = noise;
        this.settings = settings;
        this.judge = judge;
        this.runs = runs;
    }

    /** @param boots complete ones of one kernel in the order they were made, at least one */
    public static RecordedPower of(
            List<BootMeasures> boots, Dealing dealing, GateSettings settings, Rates.Judge judge, int runs, long seed) {
        return new RecordedPower(
                boots,
                new DrawnComparisons(boots, dealing, seed),
                dealing.toString(),
                settings.inTurn(dealing.inTurn()),
                judge,
                runs);
    }

    /** @param candidate complete boots of another series, which the candidate's are dealt from */
    public static RecordedPower between(
            List<BootMeasures> baseline,
            List<BootMeasures> candidate,
            GateSettings settings,
            Rates.Judge judge,
            int runs,
            long seed) {
        return new RecordedPower(
                baseline,
                new PairedSeries(baseline, candidate, seed),
                "two series",
                settings.inTurn(true),
                judge,
                runs);
    }

    /** As they are: of one kernel whatever is found is a false alarm. */
    public PowerRow unchanged(Design design) {
        return new PowerRow(noise, null, null, Rates.of(comparisons, design, runs, judge, settings, null));
    }

    /**
     * With known changes in the candidate, a row each.
     *
     * @param initcalls the names of those to slow; where there are none about one of 100, 10 and 1 ms
     */
    public List<PowerRow> slowed(Design design, Set<String> initcalls) {
        return KnownChanges.of(boots, initcalls).stream()
                .map(change -> row(change, design))
                .toList();
    }

    private PowerRow row(Injection change, Design design) {
        Rates.Changed changed = new Rates.Changed(change.scope(), change.id());
        return new PowerRow(
                noise,
                change.what(),
                changed,
                Rates.of(comparisons.with(change), design, runs, judge, settings, changed));
    }
}
