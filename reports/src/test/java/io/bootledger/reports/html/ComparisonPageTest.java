package io.bootledger.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.compare.Comparison;
import io.bootledger.analyzer.gate.Gate;
import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.analyzer.gate.GateSettings;
import io.bootledger.reports.Boots;
import io.bootledger.reports.Comparisons;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ComparisonPageTest {
    private static final Comparison KERNELS = Comparisons.kernels();

    @Test
    void theStepsOfThePageAddUpToTheDifference() {
        JsonNode data = PageFacts.of(ComparisonPage.of(KERNELS));
        assertThat(sum(data.get("steps"), "us"))
                .isEqualTo(data.at("/total/shiftUs").longValue())
                .isEqualTo(KERNELS.total().shift().us());
    }

    @Test
    void everyInitcallOfBothSidesIsInThePage() {
        JsonNode data = PageFacts.of(ComparisonPage.of(KERNELS));
        assertThat(data.at("/initcalls/rows")).hasSameSizeAs(KERNELS.initcalls());
        assertThat(data.at("/before/rows")).hasSizeGreaterThan(500);
        assertThat(data.at("/after/rows")).hasSizeGreaterThan(600);
        assertThat(data.get("gate").isNull()).isTrue();
    }

    @Test
    void nothingIsLoadedFromAnywhereAndNothingElseRuns() {
        Document page = Jsoup.parse(ComparisonPage.of(KERNELS));
        assertThat(page.select("[src], [href], link, iframe, object, embed, img, [style], [onclick], [onload]"))
                .isEmpty();
        String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
        assertThat(policy).startsWith("default-src 'none';").doesNotContain("unsafe", "http", "*");
        assertThat(policy.split("'sha256-", -1)).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("io.bootledger.reports.html.HostileTexts#all")
    void whateverALogHoldsStaysText(String hostile) {
        Document tame = Jsoup.parse(ComparisonPage.of(Comparisons.named("tame")));
        String html = ComparisonPage.of(Comparisons.named(hostile));
        Document page = Jsoup.parse(html);
        assertThat(page.getAllElements().eachAttr("id"))
                .isEqualTo(tame.getAllElements().eachAttr("id"));
        assertThat(page.getAllElements()).hasSameSizeAs(tame.getAllElements());
        assertThat(PageFacts.of(html).at("/caveats")).isNotEmpty();
    }

    @Test
    void aComparisonWithoutATotalSaysWhatItLacks() {
        JsonNode data = PageFacts.of(ComparisonPage.of(Comparisons.of(Boots.whole(), Boots.hanging())));
        assertThat(data.get("total").isNull()).isTrue();
        assertThat(data.at("/steps/rows")).isEmpty();
        assertThat(data.get("caveats")).isNotEmpty();
    }

    @Test
    void theVerdictStandsOnTop() {
        Comparison sets = Comparisons.sets();
        GateResult verdict = Gate.judge(
                sets.baseline().stream().map(boot -> boot.measures()).toList(),
                sets.candidate().stream().map(boot -> boot.measures()).toList(),
                GateSettings.DEFAULT);

        JsonNode data = PageFacts.of(ComparisonPage.of(sets, verdict));
        assertThat(sum(data.get("steps"), "us"))
                .as("the page's steps are the verdict's own")
                .isEqualTo(verdict.waterfall().totalUs())
                .isEqualTo(data.at("/total/shiftUs").longValue());
        assertThat(data.at("/steps/rows")).hasSameSizeAs(verdict.waterfall().rows());
        JsonNode gate = data.get("gate");

        assertThat(gate.get("verdict").stringValue()).isEqualTo("regressed");
        assertThat(gate.get("headline").stringValue()).startsWith("total 24.373 s -> 24.811 s");
        assertThat(gate.get("metrics").size()).isGreaterThan(10);
        assertThat(gate.get("metrics").get(0).get("scope").stringValue()).isEqualTo("total");
        assertThat(gate.get("metrics")).allSatisfy(metric -> {
            assertThat(metric.get("beforeUs").size()).isEqualTo(verdict.baselineBoots());
            assertThat(metric.get("afterUs").size()).isEqualTo(verdict.candidateBoots());
        });
    }

    private static long sum(JsonNode table, String name) {
        int column = column(table, name);
        return table.get("rows")
                .valueStream()
                .mapToLong(row -> row.get(column).longValue())
                .sum();
    }

    private static int column(JsonNode table, String name) {
        for (int i = 0; i < table.get("columns").size(); i++) {
            if (table.get("columns").get(i).stringValue().equals(name)) {
                return i;
            }
        }
        throw new AssertionError("no column " + name);
    }
}
