package io.bootledger.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.CallCourse;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.gate.Budgets;
import io.bootledger.analyzer.gate.Gate;
import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.analyzer.gate.GateSettings;
import io.bootledger.analyzer.rule.GateRule;
import io.bootledger.reports.metrics.OpenMetricsReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class GateReportsTest {
    private static final String HOSTILE = "evil]]><&\"'|`@all\u001b[31m%0A::error::x";
    private static final GateResult OK = judge(boots(6, 10_000, 1), boots(6, 10_000, 1));
    private static final GateResult RED = judge(boots(6, 10_000, 1), boots(6, 60_000, 1));
    private static final GateResult HUGE = judge(boots(6, 10_000, 500), boots(6, 60_000, 500));
    private static final GateResult NOTHING = judge(boots(6, 10_000, 1), List.of());

    @Test
    void theHeadlineHasTheNumbersAndTheCulprit() {
        assertThat(GateText.of(RED))
                .startsWith("REGRESSED total 1.011 s -> 1.061 s (+50.0 ms, +4.9 %) n=6+6; evil")
                .contains("+50.0 ms (100.0 % of the rise)");
        assertThat(GateText.of(OK))
                .startsWith("OK total 1.011 s -> 1.011 s (0 µs, 0.0 %) n=6+6; would have seen >= 22.0 ms\n");
        assertThat(GateText.of(NOTHING)).startsWith("INSUFFICIENT n=6+0; no complete boot in the candidate");
    }

    @Test
    void aTradeIsAWarningUntilItIsAskedToFail() {
        List<BootMeasures> baseline = boots(6, 10_000, 1);
        List<BootMeasures> candidate = shorter(boots(6, 60_000, 1), 300_000);
        GateResult traded = judge(baseline, candidate);
        GateResult strict = Gate.judge(
                baseline, candidate, new GateSettings(GateRule.DEFAULT, false, Set.of(), Budgets.NONE, true));

        assertThat(GateText.of(traded)).startsWith("TRADED total").contains("; evil", "--strict");
        assertThat(GateAnnotations.of(traded)).startsWith("::warning ");
        assertThat(GateAnnotations.of(strict)).startsWith("::error ");
        assertThat(GateJunit.of(traded)).doesNotContain("<failure");
        assertThat(GateJunit.of(strict)).contains("<failure message=\"TRADED");
        assertThat(GateOpenMetrics.of(traded, 0)).contains("boot_gate_failed 0");
        assertThat(GateOpenMetrics.of(strict, 1)).contains("boot_gate_failed 1");
        assertThat(GateKtap.of(traded)).contains("ok 1 boot.gate.verdict # SKIP TRADED");
        assertThat(GateKtap.of(strict)).contains("not ok 1 boot.gate.verdict # TRADED");
        assertThat(GateLava.of(strict)).contains("TEST_CASE_ID=boot.gate.verdict RESULT=fail");
    }

    static List<BootMeasures> shorter(List<BootMeasures> boots, long us) {
        return boots.stream()
                .map(boot ->
                        boot.with(boot.totalUs() - us, boot.phases(), boot.levels(), boot.gaps(), boot.initcalls()))
                .toList();
    }

    @Test
    void everyTestCaseIsATestOfKtapAndASignalOfLava() {
        for (GateResult result : List.of(OK, RED, HUGE, NOTHING)) {
            List<String> ktap = GateKtap.of(result).lines().toList();
            assertThat(ktap.get(0)).isEqualTo("KTAP version 1");
            assertThat(ktap.get(1)).isEqualTo("1.." + (ktap.size() - 2));
            for (int test = 1; test <= ktap.size() - 2; test++) {
                assertThat(ktap.get(test + 1)).matches("(not )?ok " + test + " boot\\.[^#\u001b]*( # .*)?");
            }
            assertThat(GateLava.of(result).lines())
                    .hasSize(ktap.size() - 2)
                    .allMatch(line -> line.matches("<LAVA_SIGNAL_TESTCASE TEST_CASE_ID=[A-Za-z0-9._-]+"
                            + " RESULT=(pass|fail|skip)( UNITS=seconds MEASUREMENT=[0-9]+\\.[0-9]{6})?>"));
        }
        assertThat(GateLava.of(RED))
                .contains("TEST_CASE_ID=boot.total.total RESULT=fail UNITS=seconds MEASUREMENT=1.06");
    }

    @Test
    void noTextMovesTheCursor() {
        for (String text : List.of(
                GateText.of(RED),
                GateMarkdown.of(RED),
                GateAnnotations.of(RED),
                GateJunit.of(RED),
                GateKtap.of(RED),
                GateLava.of(RED))) {
            assertThat(text).doesNotContain("\u001b");
        }
    }

    @Test
    void theJsonFulfilsItsSchema() {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(new String(GateJson.schema(), StandardCharsets.UTF_8), InputFormat.JSON);
        for (GateResult result : List.of(OK, RED, HUGE, NOTHING)) {
            assertThat(schema.validate(GateJson.of(result, 1), InputFormat.JSON))
                    .isEmpty();
        }
        assertThat(schema.validate(GateJson.of(RED, 1).replace("\"reason\"", "\"cause\""), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void theJunitFileIsWellFormedAndItsCountsAreRight() throws Exception {
        for (GateResult result : List.of(OK, RED, HUGE, NOTHING)) {
            Document document = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(GateJunit.of(result))));
            assertThat(document.getDocumentElement().getTagName()).isEqualTo("testsuites");
            NodeList suites = document.getElementsByTagName("testsuite");
            for (int i = 0; i < suites.getLength(); i++) {
                Element suite = (Element) suites.item(i);
                for (String[] pair :
                        List.of(new String[] {"tests", "testcase"}, new String[] {"failures", "failure"}, new String[] {
                            "skipped", "skipped"
                        })) {
                    assertThat(suite.getAttribute(pair[0]))
                            .isEqualTo(Integer.toString(
                                    suite.getElementsByTagName(pair[1]).getLength()));
                }
            }
        }
        assertThat(GateJunit.of(RED)).contains("<failure message=\"REGRESSED total");
        assertThat(GateJunit.of(NOTHING)).contains("<skipped message=\"INSUFFICIENT");
    }

    @Test
    void theJunitFileFulfilsTheCommonSchema() throws Exception {
        Validator validator = SchemaFactory.newDefaultInstance()
                .newSchema(GateReportsTest.class.getResource("junit.xsd"))
                .newValidator();
        for (GateResult result : List.of(OK, RED, HUGE, NOTHING)) {
            validator.validate(new StreamSource(new StringReader(GateJunit.of(result))));
        }
        String wrong = GateJunit.of(RED).replace(" time=", " duration=");
        assertThatThrownBy(() -> validator.validate(new StreamSource(new StringReader(wrong))))
                .hasMessageContaining("duration");
    }

    @Test
    void theTimeOfATestCaseIsTheCandidates() {
        assertThat(GateJunit.of(RED)).contains("<testcase classname=\"boot.total\" name=\"total\" time=\"1.06");
    }

    @Test
    void theMarkdownFitsIntoACommentAndHoldsNoMarkupFromALog() {
        assertThat(GateMarkdown.of(HUGE)).hasSizeLessThanOrEqualTo(GateMarkdown.LONGEST);
        assertThat(GateMarkdown.of(RED)).contains("\\|\\`\\@\u2060all").doesNotContain("<&");
    }

    @Test
    void aMarkdownThatIsCutClosesWhatItOpened() {
        GateResult longNames = judge(boots(6, 10_000, 500, "|".repeat(300)), boots(6, 60_000, 500, "|".repeat(300)));
        String text = GateMarkdown.of(longNames);

        assertThat(text)
                .hasSizeBetween(GateMarkdown.LONGEST / 2, GateMarkdown.LONGEST)
                .endsWith("\n");
        assertThat(text.split("<details>", -1)).hasSameSizeAs(text.split("</details>", -1));
    }

    @Test
    void annotationsAreFewAndHoldNoCommandFromALog() {
        assertThat(GateAnnotations.of(HUGE).lines()).hasSize(GateAnnotations.MOST);
        assertThat(GateAnnotations.of(RED).lines())
                .allSatisfy(line ->
                        assertThat(line).startsWith("::error title=Boot time").doesNotContain("%0A"));
        assertThat(GateAnnotations.of(OK)).startsWith("::notice ");
    }

    @Test
    void theOutputsOfAStepAreALineEach() {
        assertThat(GateOutputs.of(RED))
                .startsWith("verdict=regressed\ndelta_ms=50.000\ndelta_pct=4.9\ntop_culprit=evil]]")
                .hasLineCount(4);
        assertThat(GateOutputs.of(OK)).isEqualTo("verdict=ok\ndelta_ms=0.000\ndelta_pct=0.0\ntop_culprit=\n");
        assertThat(GateOutputs.of(NOTHING)).isEqualTo("verdict=insufficient\ndelta_ms=\ndelta_pct=\ntop_culprit=\n");
    }

    @Test
    void theMetricsAreFewAndEndAsTheyMust() {
        for (GateResult result : List.of(OK, RED, HUGE, NOTHING)) {
            String text = GateOpenMetrics.of(result, 0);
            assertThat(OpenMetricsReader.samples(text)).hasSizeBetween(1, GateOpenMetrics.MOST);
        }
        assertThat(OpenMetricsReader.samples(GateOpenMetrics.of(RED, 1)))
                .containsEntry("boot_gate_failed", "1")
                .containsEntry("boot_gate_exit_code", "1")
                .containsEntry("boot_gate_verdict{boot_gate_verdict=\"regressed\"}", "1")
                .containsEntry("boot_gate_verdict{boot_gate_verdict=\"insufficient\"}", "0")
                .containsEntry("boot_time_seconds{scope=\"total\",name=\"total\"}", "1.061");
        assertThat(OpenMetricsReader.samples(GateOpenMetrics.of(OK, 0))).containsEntry("boot_gate_failed", "0");
    }

    static GateResult judge(List<BootMeasures> baseline, List<BootMeasures> candidate) {
        return Gate.judge(baseline, candidate, GateSettings.DEFAULT);
    }

    static List<BootMeasures> boots(int count, long slowUs, int slowInitcalls) {
        return boots(count, slowUs, slowInitcalls, HOSTILE);
    }

    static List<BootMeasures> boots(int count, long slowUs, int slowInitcalls, String slowName) {
        List<BootMeasures> boots = new ArrayList<>();
        for (int boot = 0; boot < count; boot++) {
            TreeMap<InitcallKey, Long> initcalls = new TreeMap<>();
            for (int i = 0; i < 3 * slowInitcalls; i++) {
                String name = (i % 3 == 0 ? slowName : "steady_init") + (i < 3 ? "" : i);
                initcalls.put(new InitcallKey(name, null, 1), i % 3 == 0 ? slowUs : 10_000L);
            }
            initcalls.put(new InitcallKey("large_init", null, 1), 20_000L);
            boots.add(new BootMeasures(
                    "boot " + boot,
                    null,
                    null,
                    null,
                    new TreeMap<>(Map.of("machine", HOSTILE)),
                    1_000_500 + slowInitcalls * slowUs + 10 * boot,
                    new TreeMap<>(),
                    new TreeMap<>(),
                    new TreeMap<>(),
                    initcalls,
                    new CallCourse(List.of(), Map.of(), Map.of(), new TreeSet<>(), new TreeSet<>()),
                    0));
        }
        return boots;
    }
}
