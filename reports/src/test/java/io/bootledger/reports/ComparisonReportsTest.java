package io.bootledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.bootledger.analyzer.compare.Comparison;
import io.bootledger.reports.csv.ComparisonCsv;
import io.bootledger.reports.json.ComparisonJson;
import io.bootledger.reports.text.many.ComparisonReport;
import io.bootledger.reports.text.page.TextLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ComparisonReportsTest {
    private static final Comparison KERNELS = Comparisons.kernels();
    private static final Comparison SETS = Comparisons.sets();
    private static final List<Comparison> ALL = List.of(
            KERNELS,
            SETS,
            Comparisons.cut(),
            Comparisons.withoutInitcalls(),
            Comparisons.of(Boots.whole(), Boots.hanging()),
            Comparisons.of(Boots.empty(), Boots.empty()),
            Comparisons.named("evil\u001b[31m\"><&\n"));

    @Test
    void theFirstLineIsTheAnswer() {
        assertThat(ComparisonReport.of(KERNELS, TextLayout.PLAIN).lines().findFirst())
                .hasValueSatisfying(
                        line -> assertThat(line)
                                .startsWith(
                                        "total 3.008 s -> 5.924 s (+2.916 s, +96.9 %): free_initmem +1.080 s; populate_rootfs -544 ms"));
        assertThat(ComparisonReport.of(SETS, TextLayout.PLAIN))
                .startsWith(
                        "total 24.373 s -> 24.811 s (+438 ms, +1.8 %): acpi_init +502 ms; init_kprobe_trace -169 ms;"
                                + " pcie_portdrv_init +160 ms\n");
    }

    @Test
    void aSideWithoutATotalSaysWhy() {
        assertThat(ComparisonReport.of(Comparisons.cut(), TextLayout.PLAIN))
                .startsWith("no total to compare, 78 initcalls on both sides\n")
                .contains("killed-early/console.log: no sign of init in its log");
        assertThat(ComparisonReport.of(Comparisons.withoutInitcalls(), TextLayout.PLAIN))
                .contains("the candidate has no initcalls in its log", "up to the end of the initcalls");
        assertThat(ComparisonReport.of(Comparisons.of(Boots.empty(), Boots.empty()), TextLayout.PLAIN))
                .startsWith("nothing to compare\n");
    }

    @Test
    void noLineButTheFirstIsWiderThanThePaper() {
        for (Comparison comparison : ALL) {
            assertThat(ComparisonReport.of(comparison, new TextLayout(80, false))
                            .lines()
                            .skip(1))
                    .allSatisfy(line ->
                            assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(80));
        }
    }

    @Test
    void noTextMovesTheCursor() {
        Comparison hostile = Comparisons.named("evil\u001b[31m\r\u202e");
        assertThat(ComparisonReport.of(hostile, TextLayout.PLAIN)).doesNotContain("\u001b", "\r", "\u202e");
        assertThat(ComparisonJson.of(hostile)).doesNotContain("\u001b", "\r", "\u202e");
    }

    @Test
    void theJsonFulfilsItsSchemaAndItsRowsAddUp() {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(new String(ComparisonJson.schema(), StandardCharsets.UTF_8), InputFormat.JSON);
        for (Comparison comparison : ALL) {
            String json = ComparisonJson.of(comparison);
            assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
            JsonNode waterfall = new JsonMapper().readTree(json).get("waterfall");
            long sum = 0;
            for (JsonNode row : waterfall.path("rows")) {
                sum += row.get("us").longValue();
            }
            assertThat(sum).isEqualTo(waterfall.path("total_us").asLong(0));
        }
        assertThat(schema.validate(ComparisonJson.of(SETS).replace("\"speed\"", "\"pace\""), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void theTableHasARowForEachInitcallAndNoFormula() {
        String csv = ComparisonCsv.of(SETS);
        assertThat(csv)
                .startsWith("function,module,occurrence,level,kind,baseline_us,candidate_us,shift_us,shift_low_us,"
                        + "shift_high_us,owner\nacpi_init,,1,subsys,common,523587,1025426,501839,");
        assertThat(csv.lines()).hasSize(1 + SETS.initcalls().size());
        assertThat(ComparisonCsv.of(Comparisons.of(
                        Boots.named("a", List.of(Boots.initcall(1, "=cmd()", null, null, 1, 2L, 0))),
                        Boots.named("b", List.of(Boots.initcall(1, "=cmd()", null, null, 1, 2L, 0))))))
                .contains("\n'=cmd(),,1,");
    }

    @Test
    void theSameBootsGiveTheSameBytesInAnyLocale() {
        String here = ComparisonJson.of(KERNELS) + ComparisonReport.of(KERNELS, TextLayout.PLAIN);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(ComparisonJson.of(KERNELS) + ComparisonReport.of(KERNELS, TextLayout.PLAIN))
                    .isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }
}
