package io.bootledger.cli.gate;

import io.bootledger.analyzer.calibration.Dealing;
import io.bootledger.analyzer.calibration.PowerRow;
import io.bootledger.analyzer.calibration.Rates;
import io.bootledger.analyzer.calibration.RecordedPower;
import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.gate.Gate;
import io.bootledger.analyzer.gate.SequentialGate;
import io.bootledger.analyzer.rule.GateRule;
import io.bootledger.analyzer.statistics.Design;
import io.bootledger.cli.input.CompleteBoots;
import io.bootledger.cli.output.Messages;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.ExitCode;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.TextFiles;
import io.bootledger.cli.process.Version;
import io.bootledger.reports.gate.PowerJson;
import io.bootledger.reports.text.many.PowerReport;
import io.bootledger.simulator.scenario.HostNoise;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bootledger gate power}: how often the gate errs, and what it sees. */
@Command(
        name = "power",
        description = {
            "How often does the gate fail a kernel that is no slower, and what does it see of one that is? Runs the gate's own",
            "rule on many comparisons of simulated boots, or of your own, dealt at random to two sides."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  bootledger gate power                           on a simulated machine of 2,000 initcalls",
            "  bootledger gate power --n 6,20v5 --from boots/  on recorded boots of one kernel, twelve or more",
            "  bootledger gate power --from base/ --dealing alternating --only unchanged --runs 2000",
            "  bootledger gate power --from base/ --against new/ --only unchanged    how often is this change red?",
            "  bootledger gate power --only unchanged --noise quiet,noisy --runs 1000",
            "",
            "The same seed gives the same answer. Exit codes: 0 fine, 2 wrong usage, 3 too few boots, or unreadable."
        })
final class GatePowerCommand implements Callable<Integer> {
    private enum Kind {
        UNCHANGED,
        SLOWER
    }

    private static final int MOST_RUNS = 100_000;

    private final Surroundings here;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--n",
            split = ",",
            converter = BootCounts.class,
            paramLabel = "BOOTS",
            description = "Boots on each side, or of the baseline and the candidate: 6,10,20v5. 6 if not given.")
    private List<Design> boots = List.of(new Design(GateRule.BOOTS, GateRule.BOOTS));

    @Option(
            names = "--sequential",
            description = "Judge as gate --sequential does: six boots of each, and twelve where these leave it open.")
    private boolean sequential;

    @Option(names = "--runs", paramLabel = "N", description = "Comparisons of each kind; 100 if not given.")
    private int runs = 100;

    @Option(
            names = "--noise",
            split = ",",
            paramLabel = "HOST",
            description = "How simulated boots differ: ${COMPLETION-CANDIDATES}; typical if not given.")
    private List<HostNoise> noise = List.of(HostNoise.TYPICAL);

    @Option(
            names = "--from",
            arity = "1..*",
            paramLabel = "LOG|GLOB|DIR",
            description = "Boots of one unchanged kernel, instead of simulated ones.")
    private List<String> from = List.of();

    @Option(
            names = "--dealing",
            paramLabel = "HOW",
            description = "How boots of --from are dealt to two sides: ${COMPLETION-CANDIDATES}; random if not given.")
    private Dealing dealing = Dealing.RANDOM;

    @Option(
            names = "--against",
            arity = "1..*",
            paramLabel = "LOG|GLOB|DIR",
            description = "The candidates' boots, where --from are the baseline's only.")
    private List<String> against = List.of();

    @Option(
            names = "--slow",
            split = ",",
            paramLabel = "INITCALL",
            description = "Which initcalls of --from to slow; about one of 100, 10 and 1 ms if not given.")
    private Set<String> slow = Set.of();

    @Option(names = "--only", paramLabel = "unchanged|slower", description = "Only one half of the answer.")
    private @Nullable Kind only;

    @Mixin
    private RuleInput rule = new RuleInput();

    @Option(names = "--seed", paramLabel = "N", description = "Another seed draws other boots; 1 if not given.")
    private long seed = 1;

    @Option(names = "--json", paramLabel = "FILE", description = "Write it as JSON; - is standard output.")
    private @Nullable String json;

    GatePowerCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        check();
        List<PowerRow> rows;
        try (JudgeWatch judge = new JudgeWatch(sequential ? SequentialGate::judge : Gate::judge, here)) {
            rows = from.isEmpty() ? simulated(judge) : recorded(judge);
        }
        new TextFiles(here).answer(json, PowerJson.of(rows, seed), PowerReport.of(rows, here.layout()));
        return ExitCode.OK;
    }

    private void check() {
        if (runs < 1 || runs > MOST_RUNS) {
            throw CommandFailure.usage("--runs is not 1 to " + MOST_RUNS + ": " + runs);
        }
        if (from.isEmpty() && !(against.isEmpty() && slow.isEmpty() && dealing == Dealing.RANDOM)) {
            throw CommandFailure.usage("--against, --slow and --dealing are of recorded boots: say which with --from");
        }
    }

    private List<PowerRow> simulated(Rates.Judge judge) {
        SimulatedPower bench = new SimulatedPower(rule.marginsOnly(here), judge, runs, seed);
        List<PowerRow> rows = new ArrayList<>();
        for (HostNoise host : noise) {
            for (Design count : boots()) {
                if (only != Kind.SLOWER) {
                    rows.add(bench.unchanged(host, count));
                }
                if (only != Kind.UNCHANGED) {
                    rows.addAll(bench.slowed(host, count));
                }
            }
        }
        return rows;
    }

    private List<PowerRow> recorded(Rates.Judge judge) {
        RecordedPower bench = bench(judge);
        List<PowerRow> rows = new ArrayList<>();
        for (Design count : boots()) {
            if (only != Kind.SLOWER) {
                rows.add(bench.unchanged(count));
            }
            if (only != Kind.UNCHANGED) {
                rows.addAll(bench.slowed(count, slow));
            }
        }
        return rows;
    }

    private RecordedPower bench(Rates.Judge judge) {
        Messages messages = new Messages(spec.commandLine().getErr(), false);
        List<BootMeasures> baseline = dealing == Dealing.RANDOM
                ? CompleteBoots.byName("--from", from, messages)
                : CompleteBoots.read("--from", from, messages);
        if (against.isEmpty()) {
            return RecordedPower.of(baseline, dealing, rule.marginsOnly(here), judge, runs, seed);
        }
        List<BootMeasures> candidate = CompleteBoots.byName("--against", against, messages);
        for (Design count : boots()) {
            if (count.earlier() > baseline.size() || count.later() > candidate.size()) {
                throw CommandFailure.unreadable(
                        "--n " + count.earlier() + "v" + count.later() + ": there are " + baseline.size()
                                + " boots in --from and " + candidate.size() + " in --against",
                        null);
            }
        }
        return RecordedPower.between(baseline, candidate, rule.marginsOnly(here), judge, runs, seed);
    }

    private List<Design> boots() {
        return sequential ? List.of(new Design(SequentialGate.ALL, SequentialGate.ALL)) : boots;
    }
}
