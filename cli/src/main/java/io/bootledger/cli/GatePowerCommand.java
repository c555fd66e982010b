package io.bootledger.cli;

import io.bootledger.analyzer.calibration.PowerRow;
import io.bootledger.analyzer.calibration.RecordedPower;
import io.bootledger.reports.gate.PowerJson;
import io.bootledger.reports.text.PowerReport;
import io.bootledger.simulator.scenario.HostNoise;
import java.util.ArrayList;
import java.util.List;
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
            "rule on many simulated comparisons, or on your own boots, dealt at random to two sides."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  bootledger gate power --n 5                     on a simulated machine of 2,000 initcalls",
            "  bootledger gate power --n 3,5,10 --from boots/  on recorded boots of one kernel, ten or more",
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
    private static final int MOST_BOOTS = 100;

    private final Surroundings here;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--n",
            split = ",",
            paramLabel = "BOOTS",
            description = "Boots on each side; several numbers with commas between them. 5 if not given.")
    private List<Integer> boots = List.of(5);

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
        List<PowerRow> rows = from.isEmpty() ? simulated() : recorded();
        new TextFiles(here).answer(json, PowerJson.of(rows, seed), PowerReport.of(rows, here.layout()));
        return ExitCode.OK;
    }

    private void check() {
        if (runs < 1 || runs > MOST_RUNS) {
            throw CommandFailure.usage("--runs is not 1 to " + MOST_RUNS + ": " + runs);
        }
        if (boots.stream().anyMatch(count -> count < 1 || count > MOST_BOOTS)) {
            throw CommandFailure.usage("--n is not 1 to " + MOST_BOOTS + " boots a side: " + boots);
        }
    }

    private List<PowerRow> simulated() {
        SimulatedPower bench = new SimulatedPower(rule.marginsOnly(here), runs, seed);
        List<PowerRow> rows = new ArrayList<>();
        for (HostNoise host : noise) {
            for (int count : boots) {
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

    private List<PowerRow> recorded() {
        RecordedPower bench = new RecordedPower(
                CompleteBoots.read(
                        "--from", from, new Messages(spec.commandLine().getErr(), false)),
                rule.marginsOnly(here),
                runs,
                seed);
        List<PowerRow> rows = new ArrayList<>();
        for (int count : boots) {
            if (only != Kind.SLOWER) {
                rows.add(bench.unchanged(count));
            }
            if (only != Kind.UNCHANGED) {
                rows.addAll(bench.slowed(count));
            }
        }
        return rows;
    }
}
