package io.bootledger.reports.gate;

import static io.bootledger.reports.gate.GateReportsTest.boots;
import static io.bootledger.reports.gate.GateReportsTest.judge;
import static io.bootledger.reports.gate.GateReportsTest.shorter;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.gate.Budgets;
import io.bootledger.analyzer.gate.Budgets.Limit;
import io.bootledger.analyzer.gate.Budgets.Severity;
import io.bootledger.analyzer.gate.Gate;
import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.analyzer.gate.GateSettings;
import io.bootledger.analyzer.gate.SequentialGate;
import io.bootledger.analyzer.gate.Verdict;
import io.bootledger.analyzer.rule.Scope;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first line says why, its numbers go together, and nothing claims more than the boots prove. */
class GateHeadlineTest {
    private static final List<BootMeasures> SIX = boots(6, 10_000, 1);

    @Test
    void whereABudgetDecidesTheFirstLineNamesIt() {
        GateSettings budget = limit(1, Severity.ERROR);

        GateResult traded = Gate.judge(SIX, shorter(boots(6, 60_000, 1), 300_000), budget);
        assertThat(GateHeadline.of(traded)).startsWith("REGRESSED total").contains("n=6+6; total takes ");
        assertThat(GateAnnotations.of(traded))
                .startsWith("::error title=Boot time::REGRESSED")
                .contains("::error title=Boot time%3A over budget::total", "::warning title=Boot time%3A slower::evil");
        assertThat(GateJunit.of(traded))
                .containsOnlyOnce("<failure message=\"total takes")
                .contains("<skipped message=\"regressed: evil");
        GateResult few = Gate.judge(boots(3, 10_000, 1), boots(3, 60_000, 1), budget);
        assertThat(GateHeadline.of(few)).startsWith("REGRESSED total").contains("n=3+3; total takes ");
    }

    @Test
    void aBudgetThatOnlyWarnsIsNoReasonAndNoError() {
        GateResult warned = Gate.judge(SIX, SIX, limit(1, Severity.WARN));

        assertThat(GateHeadline.of(warned)).startsWith("OK total").contains("n=6+6; would have seen");
        assertThat(GateAnnotations.of(warned))
                .startsWith("::notice ")
                .contains("::warning title=Boot time::total takes 1.011 s, its budget is 1 µs")
                .doesNotContain("::error");
        GateResult few = Gate.judge(boots(3, 10_000, 1), boots(3, 10_000, 1), limit(1, Severity.WARN));
        assertThat(GateHeadline.of(few)).startsWith("INSUFFICIENT total").contains("; so few boots cannot tell");
    }

    private static GateSettings limit(long us, Severity severity) {
        return GateSettings.DEFAULT.with(
                new Budgets(List.of(new Limit(Scope.TOTAL, "total", us, severity)), List.of(), null, null));
    }

    @Test
    void whatIsWithinItsMarginIsNotListedAmongWhatTooFewBootsCannotDecide() {
        List<BootMeasures> three = boots(3, 10_000, 1);

        assertThat(GateText.of(judge(three, boots(3, 10_500, 1)))).doesNotContainPattern("insufficient +initcall");
        assertThat(GateText.of(judge(three, boots(3, 60_000, 1)))).containsPattern("insufficient +initcall");
    }

    @Test
    void whereNothingFailedNoErrorIsAnnotated() {
        for (GateResult undecided :
                List.of(judge(SIX, List.of()), judge(boots(3, 10_000, 1), boots(3, 60_000, 1)), judge(SIX, SIX))) {
            assertThat(undecided.failed()).isFalse();
            assertThat(GateAnnotations.of(undecided)).doesNotContain("::error");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "100, 100, 110, 110, 'total 1.111 s -> 1.121 s (+10.0 ms, +0.9 %)'",
        "100, 400, 100, 410, 'total 1.261 s -> 1.266 s (+5.00 ms, +0.4 %)'",
    })
    void medianAndShiftAreOneNumberWhereTheyAgree(int before, int others, int after, int other, String line) {
        assertThat(GateHeadline.of(judge(kinds(before, others, 3), kinds(after, other, 3))))
                .contains(line);
    }

    @Test
    void noPromiseStandsBesideWhatIsLeftOpen() {
        GateResult open = judge(SIX, kinds(0, 300, 3));

        assertThat(open.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(GateHeadline.of(open)).startsWith("INCONCLUSIVE total").doesNotContain("would have seen");
        assertThat(GateText.of(open)).doesNotContain("tried out");
    }

    @ParameterizedTest
    @CsvSource({
        "0.00397, 0.004, 0.004",
        "0.00433, 0.004, 0.0043",
        "0.0022, 0.0022, 0.002",
        "0.0002, 0.004, <0.001",
        "0.0004, 0.0003, 0.0004",
        "0.623, 0.004, 0.623"
    })
    void aChanceShowsOnWhichSideOfItsLimitItIs(double p, double limit, String shown) {
        assertThat(GateWords.chance(p, limit)).isEqualTo(shown);
    }

    /** Most of one side are fast and most of the other slow: the medians lie a second apart, two boots hardly. */
    @Test
    void whereMedianAndShiftDisagreeBothAreToldAsWhatTheyAre() {
        GateResult two = judge(kinds(100, 1_000, 4), kinds(120, 1_020, 2));

        assertThat(GateHeadline.of(two))
                .startsWith(
                        "OK total 1.111 s -> 2.031 s (no clear shift: medians +920 ms, two boots typically +20.0 ms)");
        assertThat(GateText.of(two)).contains("the typical difference of two boots, +20.0 ms,");
        assertThat(GateMarkdown.of(two))
                .contains("| no clear shift: medians +920 ms, two boots typically +20.0 ms |")
                .contains("typical difference of two boots, +20.0 ms,");
    }

    /** Six boots, the first so many of them of one kind. */
    private static List<BootMeasures> kinds(int ms, int otherMs, int first) {
        List<BootMeasures> boots = new ArrayList<>(shorter(SIX, -1_000L * ms));
        for (int i = first; i < boots.size(); i++) {
            boots.set(i, shorter(SIX, -1_000L * otherMs).get(i));
        }
        return boots;
    }

    @Test
    void identicalBootsAreToldAsOneAndInNoWordsOfChance() {
        BootMeasures before = SIX.get(0);
        BootMeasures after = boots(1, 70_000, 1).get(0);
        GateResult same = judge(Collections.nCopies(6, before), Collections.nCopies(5, before));
        GateResult red = judge(Collections.nCopies(6, before), Collections.nCopies(5, after));

        assertThat(GateText.of(same))
                .startsWith("DETERMINISTIC total 1.011 s -> 1.011 s (0 µs, 0.0 %) n=1+1 (made 6+5 times); ")
                .contains("make them differ (KASLR");
        assertThat(GateText.of(red))
                .startsWith("REGRESSED total 1.011 s -> 1.071 s (+60.0 ms, +5.9 %) n=1+1 (made 6+5 times); evil")
                .contains("the difference is exact");
        for (GateResult result : List.of(same, red)) {
            for (String text : List.of(
                    GateText.of(result),
                    GateMarkdown.of(result),
                    GateJunit.of(result),
                    GateKtap.of(result),
                    GateAnnotations.of(result))) {
                assertThat(text)
                        .doesNotContainPattern("\\bp [<0-9]|\\| p \\||arrangements|doubt|95 %|of [56] boots|chance");
            }
        }
    }

    @Test
    void aLookAtTheFirstOfManyBootsSaysSo() {
        GateResult look = SequentialGate.judge(boots(12, 10_000, 1), boots(9, 90_000, 1), GateSettings.DEFAULT);

        assertThat(GateText.of(look))
                .startsWith("REGRESSED total")
                .contains("n=6+6 of 12+9; ")
                .contains("look 1 of 2, at the first 6+6 of 12+9 boots, in the order given (p 0.0022): stop");
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(new String(GateJson.schema(), StandardCharsets.UTF_8), InputFormat.JSON)
                        .validate(GateJson.of(look, 1), InputFormat.JSON))
                .isEmpty();
        GateResult all = SequentialGate.judge(SIX, boots(6, 90_000, 1), GateSettings.DEFAULT);
        assertThat(GateHeadline.of(all)).contains("n=6+6; ");
    }
}
