package io.bootledger.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.reports.Histories;
import io.bootledger.reports.html.HistoryPage.Asked;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class HistoryPageTest {
    @Test
    void theCurvesAreThoseOfThePicture() {
        JsonNode data = PageFacts.of(page("6.1.0-"));

        assertThat(data.get("summary").stringValue()).isEqualTo("20 builds: 2 changes, 1 slower and not accepted");
        assertThat(data.at("/curves/0/name").stringValue()).isEqualTo("total");
        assertThat(data.at("/curves/0/levels").toString())
                .isEqualTo("[[0,10,100000,\"settled\"],[10,20,200000,\"slower\"]]");
        assertThat(data.at("/curves/0/changes/0/words").stringValue())
                .isEqualTo("100 ms -> 200 ms (+100 ms, +100.0 %)");
        assertThat(data.at("/curves/0/us/15").isNull()).isTrue();
        assertThat(data.at("/curves/0/highUs/0").longValue()).isEqualTo(110_000);
        assertThat(data.at("/builds/0/boots/0").toString()).isEqualTo("[\"0123456789ab\",\"6.1.0-\",123,null]");
    }

    @Test
    void whereTheStoreLiesIsNobodysBusiness() {
        assertThat(PageFacts.of(page("6.1.0-")).toString())
                .contains("\"store\":\"board\"")
                .doesNotContain("/home/");
    }

    @Test
    void nothingIsLoadedFromAnywhereAndNothingElseRuns() {
        Document page = Jsoup.parse(page("6.1.0-"));
        assertThat(page.select("[src], [href], link, iframe, object, embed, img, [style], [onclick], [onload]"))
                .isEmpty();
        String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
        assertThat(policy).startsWith("default-src 'none';").doesNotContain("unsafe", "http", "*");
        assertThat(policy.split("'sha256-", -1)).hasSize(3);
    }

    @Test
    void theSameHistoryGivesTheSameFewBytes() {
        assertThat(page("6.1.0-")).isEqualTo(page("6.1.0-"));
        assertThat(page("6.1.0-").getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(100_000);
    }

    @ParameterizedTest
    @MethodSource("io.bootledger.reports.html.HostileTexts#all")
    void whateverANameHoldsStaysText(String hostile) {
        Document tame = Jsoup.parse(page("tame"));
        Document page = Jsoup.parse(page(hostile));
        assertThat(page.getAllElements().eachAttr("id"))
                .isEqualTo(tame.getAllElements().eachAttr("id"));
        assertThat(page.getAllElements()).hasSameSizeAs(tame.getAllElements());
        assertThat(PageFacts.of(page(hostile)).get("builds").size()).isEqualTo(Histories.BUILDS);
    }

    private static String page(String name) {
        HistoryBoot boot = new HistoryBoot("0123456789ab", name, 123L, null);
        return HistoryPage.of(
                Histories.view(name, List.of()),
                Collections.nCopies(Histories.BUILDS, List.of(boot)),
                new Asked(List.of("tag.board=" + name), "/home/somebody/board"));
    }
}
