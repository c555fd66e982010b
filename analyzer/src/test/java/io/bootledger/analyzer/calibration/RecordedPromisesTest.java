package io.bootledger.analyzer.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.calibration.Comparisons.Pair;
import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.gate.Gate;
import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.analyzer.gate.GateSettings;
import io.bootledger.analyzer.gate.Injection;
import io.bootledger.analyzer.gate.RecordedBoots;
import io.bootledger.analyzer.gate.Sight.Rise;
import io.bootledger.analyzer.gate.Status;
import io.bootledger.analyzer.gate.Verdict;
import io.bootledger.analyzer.rule.GateRule;
import io.bootledger.analyzer.rule.Scope;
import io.bootledger.analyzer.statistics.Design;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a gate says on recorded boots holds on these boots; how often it holds on others is printed for the documentation. */
@EnabledIfEnvironmentVariable(named = "BOOTLEDGER_TRACES", matches = ".+")
class RecordedPromisesTest {
    private static final int DRAWS = Integer.getInteger("draws", 8);
    private static final Design DESIGN = new Design(GateRule.BOOTS, GateRule.BOOTS);

    @ParameterizedTest
    @CsvSource({"base,TOTAL", "base,INITCALL", "aa,INITCALL", "i7base,TOTAL", "i7base,INITCALL"})
    void whatWouldHaveBeenSeenIsSeenWhenItIsThere(String series, Scope scope) {
        List<BootMeasures> boots = RecordedBoots.in(Path.of(System.getenv("BOOTLEDGER_TRACES"), "ci", series));
        DrawnComparisons draws = new DrawnComparisons(boots, Dealing.RANDOM, 2);
        int promised = 0;
        int larger = 0;
        int elsewhere = 0;
        int twice = 0;
        int threeTimes = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            Pair pair = draws.draw(DESIGN, draw);
            Rise rise = rise(judge(pair, 0, null), scope);
            if (rise == null) {
                continue;
            }
            promised++;
            assertThat(finds(pair, rise, 100)).as("draw %d: %s", draw, rise).isTrue();
            larger += finds(pair, rise, 150) && finds(pair, rise, 300) ? 1 : 0;
            Pair other = draws.draw(DESIGN, DRAWS + draw);
            elsewhere += finds(other, rise, 100) ? 1 : 0;
            twice += finds(other, rise, 200) ? 1 : 0;
            threeTimes += finds(other, rise, 300) ? 1 : 0;
        }

        System.out.printf(
                "%s %s: promised, and kept, in %d of %d draws; with half as much more, and three times as much, in %d;"
                        + " in other boots in %d, with twice and three times as much in %d and %d%n",
                series, scope, promised, DRAWS, larger, elsewhere, twice, threeTimes);
        assertThat(promised).isGreaterThan(DRAWS / 2);
        assertThat(larger).isGreaterThanOrEqualTo(promised * 9 / 10);
    }

    @ParameterizedTest
    @CsvSource({"base", "i7base"})
    void aRiseOfTheTotalIsRedWhereverItIs(String series) {
        List<BootMeasures> boots = RecordedBoots.in(Path.of(System.getenv("BOOTLEDGER_TRACES"), "ci", series));
        DrawnComparisons draws = new DrawnComparisons(boots, Dealing.RANDOM, 2);
        for (int draw = 0; draw < DRAWS; draw++) {
            Pair pair = draws.draw(DESIGN, draw);
            Rise rise = rise(judge(pair, 0, null), Scope.TOTAL);
            for (Injection change : List.of(
                    Injection.initcall(new InitcallKey("acpi_init", null, 1), rise.us()),
                    Injection.added("device", rise.us()),
                    Injection.gap("device", rise.us()),
                    Injection.beforePid1(rise.us()),
                    Injection.phase("free_init_memory", rise.us()))) {
                assertThat(Gate.judge(pair.baseline(), change.into(pair.candidate()), GateSettings.DEFAULT)
                                .verdict())
                        .as(change.what())
                        .isEqualTo(Verdict.REGRESSED);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"base", "aa", "i7base"})
    void nothingWithinItsMarginOrAgainstTheOddsSeemsSlower(String series) {
        List<BootMeasures> boots = RecordedBoots.in(Path.of(System.getenv("BOOTLEDGER_TRACES"), "ci", series));
        DrawnComparisons draws = new DrawnComparisons(boots, Dealing.RANDOM, 3);
        for (int draw = 0; draw < DRAWS; draw++) {
            assertThat(judge(draws.draw(DESIGN, draw), 0, null).metrics())
                    .filteredOn(metric -> metric.status() == Status.INCONCLUSIVE)
                    .allSatisfy(metric -> assertThat(metric.shiftUs()).isGreaterThan(metric.marginUs()))
                    .allSatisfy(metric -> assertThat(metric.p()).isLessThanOrEqualTo(0.5));
        }
    }

    private static Rise rise(GateResult result, Scope scope) {
        return result.sight().rises().stream()
                .filter(rise -> rise.scope() == scope)
                .findFirst()
                .orElse(null);
    }

    private static boolean finds(Pair pair, Rise rise, int percent) {
        return judge(pair, percent, rise).metrics().stream()
                .anyMatch(metric -> metric.scope() == rise.scope()
                        && metric.id().equals(rise.id())
                        && metric.status() == Status.REGRESSED);
    }

    private static GateResult judge(Pair pair, int percent, Rise rise) {
        List<BootMeasures> candidate = rise == null
                ? pair.candidate()
                : injection(rise, rise.us() * percent / 100).into(pair.candidate());
        return Gate.judge(pair.baseline(), candidate, GateSettings.DEFAULT);
    }

    private static Injection injection(Rise rise, long us) {
        return rise.scope() == Scope.TOTAL
                ? Injection.total(us)
                : Injection.initcall(new InitcallKey(rise.id(), null, 1), us);
    }
}
