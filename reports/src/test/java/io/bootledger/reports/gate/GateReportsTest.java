package io.bootledger.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.bootledger.analyzer.compare.BootMeasures;
import io.bootledger.analyzer.compare.CallCourse;
import io.bootledger.analyzer.compare.InitcallKey;
import io.bootledger.analyzer.gate.Gate;
import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.analyzer.gate.GateSettings;
import io.bootledger.reports.metrics.OpenMetricsReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private static final GateResult OK = judge(boots(5, 10_000, 1), boots(5, 10_000, 1));
    private static final GateResult RED = judge(boots(5, 10_000, 1), boots(5, 60_000, 1));
    private static final GateResult HUGE = judge(boots(5, 10_000, 500), boots(5, 60_000, 500));
    private static final GateResult NOTHING = judge(boots(5, 10_000, 1), List.of());

    @Test
    void theHeadlineHasTheNumbersAndTheCulprit() {
        assertThat(GateText.of(RED))
                .startsWith("REGRESSED total 1.010 s -> 1.060 s (+50.0 ms, +5.0 %) n=5+5; evil")
                .contains("+50.0 ms (100.0 % of the rise)");
        assertThat(GateText.of(OK)).startsWith("OK total 1.010 s -> 1.010 s (0 µs, 0.0 %) n=5+5\n");
        assertThat(GateText.of(NOTHING)).startsWith("INSUFFICIENT n=5+0; no complete boot in the candidate");
    }

    @Test
    void noTextMovesTheCursor() {
        for (String text :
                List.of(GateText.of(RED), GateMarkdown.of(RED), GateAnnotations.of(RED), GateJunit.of(RED))) {
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
        assertThat(GateJunit.of(RED)).contains("<testcase classname=\"boot.total\" name=\"total\" time=\"1.060000\"");
    }

    @Test
    void theMarkdownFitsIntoACommentAndHoldsNoMarkupFromALog() {
        assertThat(GateMarkdown.of(HUGE)).hasSizeLessThanOrEqualTo(GateMarkdown.LONGEST);
        assertThat(GateMarkdown.of(RED)).contains("\\|\\`\\@\u2060all").doesNotContain("<&");
    }

    @Test
    void aMarkdownThatIsCutClosesWhatItOpened() {
        GateResult longNames = judge(boots(5, 10_000, 500, "|".repeat(300)), boots(5, 60_000, 500, "|".repeat(300)));
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
                .startsWith("verdict=regressed\ndelta_ms=50.000\ndelta_pct=5.0\ntop_culprit=evil]]")
                .hasLineCount(4);
        assertThat(GateOutputs.of(OK)).isEqualTo("verdict=ok\ndelta_ms=0.000\ndelta_pct=0.0\ntop_culprit=\n");
        assertThat(GateOutputs.of(NOTHING)).isEqualTo("verdict=insufficient\ndelta_ms=\ndelta_pct=\ntop_culprit=\n");
    }

    @Test
    void theMetricsAreFewAndEndAsTheyMust() {
        for (GateResult result : List.of(OK, RED, HUGE, NOTHING)) {
            String text = GateOpenMetrics.of(result);
            assertThat(OpenMetricsReader.samples(text)).hasSizeBetween(1, GateOpenMetrics.MOST);
        }
        assertThat(OpenMetricsReader.samples(GateOpenMetrics.of(RED)))
                .containsEntry("boot_gate_failed", "1")
                .containsEntry("boot_time_seconds{scope=\"total\",name=\"total\"}", "1.060");
        assertThat(OpenMetricsReader.samples(GateOpenMetrics.of(OK))).containsEntry("boot_gate_failed", "0");
    }

    private static GateResult judge(List<BootMeasures> baseline, List<BootMeasures> candidate) {
        return Gate.judge(baseline, candidate, GateSettings.DEFAULT);
    }

    private static List<BootMeasures> boots(int count, long slowUs, int slowInitcalls) {
        return boots(count, slowUs, slowInitcalls, HOSTILE);
    }

    private static List<BootMeasures> boots(int count, long slowUs, int slowInitcalls, String slowName) {
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
                    new TreeMap<>(Map.of("machine", HOSTILE)),
                    1_000_000 + slowInitcalls * slowUs,
                    new TreeMap<>(),
                    new TreeMap<>(),
                    initcalls,
                    new CallCourse(List.of(), Map.of(), Map.of(), new TreeSet<>(), new TreeSet<>())));
        }
        return boots;
    }
}
