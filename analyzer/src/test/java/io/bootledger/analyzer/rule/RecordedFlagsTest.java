package io.bootledger.analyzer.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.calibration.Comparisons;
import io.bootledger.analyzer.calibration.Dealing;
import io.bootledger.analyzer.calibration.DrawnComparisons;
import io.bootledger.analyzer.calibration.PairedSeries;
import io.bootledger.analyzer.compare.Owners;
import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.Matched;
import io.bootledger.analyzer.gate.RecordedBoots;
import io.bootledger.analyzer.statistics.Design;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * A thousand comparisons of recorded boots, unchanged and changed, small and large, have the flags that the reference of the rule, a
 * program of its own, gave the same draws: {@code recorded-flags.txt}. To make the file anew, give the reference's {@code judge} the
 * pairs that {@link #draws} makes, each boot as its metrics by {@code scope/id}.
 */
@EnabledIfEnvironmentVariable(named = "BOOTLEDGER_TRACES", matches = ".+")
class RecordedFlagsTest {
    private final Map<String, List<BootMeasures>> series = new HashMap<>();

    @Test
    void everyDrawHasTheFlagsOfTheReference() throws IOException {
        List<String> wrong = new ArrayList<>();
        int draws = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                RecordedFlagsTest.class.getResourceAsStream("recorded-flags.txt"), StandardCharsets.UTF_8))) {
            String[] names = {};
            String cell = "";
            int run = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("metrics ")) {
                    names = line.substring("metrics ".length())
                            .replace('~', ' ')
                            .split(" (?=[a-z]+/)");
                } else if (line.startsWith("cell ")) {
                    cell = line;
                    run = 0;
                } else if (line.startsWith("slower")) {
                    if (!named(line, names).equals(flags(cell, run))) {
                        wrong.add(cell + ", draw " + run);
                    }
                    run++;
                    draws++;
                }
            }
        }
        assertThat(draws).isEqualTo(1_000);
        assertThat(wrong).isEmpty();
    }

    private static List<Set<String>> named(String line, String[] names) {
        String[] sides = line.substring("slower".length()).split("faster", -1);
        List<Set<String>> named = new ArrayList<>();
        for (String side : sides) {
            named.add(
                    side.isBlank()
                            ? Set.of()
                            : List.of(side.strip().split(" ")).stream()
                                    .map(number -> names[Integer.parseInt(number)])
                                    .collect(Collectors.toSet()));
        }
        return named;
    }

    private List<Set<String>> flags(String cell, int run) {
        String[] words = cell.split(" ");
        Design design = new Design(Integer.parseInt(words[3]), Integer.parseInt(words[4]));
        Comparisons.Pair pair = draws(words[1], words[2]).draw(design, run);
        MetricTable table =
                MetricTable.of(pair.baseline(), pair.candidate(), Owners.of(pair.baseline(), pair.candidate()));
        List<Finding> findings = new FamilyTest(
                        table,
                        GateRule.DEFAULT,
                        Matched.of(pair.baseline(), pair.candidate()).factors(),
                        ClockQuantum.of(table.durations()))
                .findings();
        return List.of(flagged(findings, 1), flagged(findings, -1));
    }

    private Comparisons draws(String baseline, String candidate) {
        return baseline.equals(candidate)
                ? new DrawnComparisons(boots(baseline), Dealing.RANDOM, 1)
                : new PairedSeries(boots(baseline), boots(candidate), 1);
    }

    private List<BootMeasures> boots(String name) {
        return series.computeIfAbsent(
                name, key -> RecordedBoots.in(Path.of(System.getenv("BOOTLEDGER_TRACES"), "ci", name)));
    }

    private static Set<String> flagged(List<Finding> findings, int direction) {
        return findings.stream()
                .filter(finding -> finding.direction() == direction)
                .map(finding ->
                        finding.metric().scope() + "/" + finding.metric().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
