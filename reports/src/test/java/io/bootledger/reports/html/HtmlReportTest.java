package io.bootledger.reports.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.advice.Advice;
import io.bootledger.analyzer.excerpt.LogExcerpt;
import io.bootledger.analyzer.timeline.Initcall;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class HtmlReportTest {

    @Test
    void aBootOf1500InitcallsFitsInTwoMegabytes() {
        byte[] page = page(SampleBoot.analysis(1_500), SampleBoot.excerpt(1_500));
        assertThat(page.length).isLessThan(2_000_000);
    }

    @Test
    void theSameBootGivesTheSameBytesInAnyLocale() {
        Locale before = Locale.getDefault();
        byte[] here = page(SampleBoot.analysis(40), SampleBoot.excerpt(40));
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(page(SampleBoot.analysis(40), SampleBoot.excerpt(40))).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void nothingIsLoadedFromAnywhere() {
        Document page = parsed(page(SampleBoot.analysis(3), SampleBoot.excerpt(3)));
        assertThat(page.select("[src], [href], link, iframe, object, embed, img"))
                .isEmpty();
        assertThat(policy(page)).startsWith("default-src 'none';").doesNotContain("unsafe", "http", "*");
    }

    @Test
    void thePolicyAllowsExactlyTheScriptsAndTheStyleOfThePage() throws Exception {
        Document page = parsed(page(SampleBoot.analysis(3), SampleBoot.excerpt(3)));
        String policy = policy(page);
        for (Element element : page.select("script:not([type]), style")) {
            assertThat(policy).contains("'sha256-" + sha256(element.data()) + "'");
        }
        assertThat(policy.split("'sha256-", -1)).hasSize(3);
        assertThat(page.select("[style], [onclick], [onload], [onerror]")).isEmpty();
    }

    @Test
    void thePageNamesTheLibraryItContainsWithItsLicence() {
        Document page = parsed(page(SampleBoot.analysis(1), SampleBoot.excerpt(1)));
        assertThat(page.select("footer").text())
                .contains("modules of D3 and pako", "Vitaly Puzrin")
                .contains("Robert Penner")
                .contains("Mike Bostock")
                .contains("Permission to use");
    }

    @Test
    void everyRowFindsItsLines() {
        BootAnalysis boot = SampleBoot.analysis(200);
        JsonNode embedded = data(page(boot, SampleBoot.excerpt(200))).at("/boots/0");
        assertThat(held(embedded))
                .containsAll(
                        boot.timeline().initcalls().stream().map(Initcall::line).toList())
                .containsAll(boot.timeline().initcalls().stream()
                        .map(Initcall::endLine)
                        .toList());
    }

    @Test
    void everyAdviceStandsInThePageAndFindsItsLines() {
        BootAnalysis boot = SampleBoot.analysis(20);
        JsonNode embedded = data(page(boot, SampleBoot.excerpt(20))).at("/boots/0");
        JsonNode advice = embedded.get("advice");
        assertThat(advice.get("rows")).hasSameSizeAs(boot.advice()).isNotEmpty();
        for (int row = 0; row < boot.advice().size(); row++) {
            Advice each = boot.advice().get(row);
            assertThat(fact(advice, row, "title").stringValue()).isEqualTo(each.title());
            assertThat(fact(advice, row, "solution").stringValue()).isEqualTo(each.solution());
            assertThat(fact(advice, row, "gainUs").longValue()).isEqualTo(each.gainUs());
            assertThat(numbers(fact(advice, row, "lines"))).isEqualTo(each.lines());
            assertThat(held(embedded)).containsAll(each.lines());
        }
    }

    @Test
    void aGainThatTheLogDoesNotTellIsNotZero() {
        JsonNode advice =
                data(page(SampleBoot.saying("tame"), LogExcerpt.EMPTY)).at("/boots/0/advice");
        assertThat(fact(advice, 0, "gainUs").isNull()).isTrue();
    }

    @Test
    void everyFactOfAnInitcallIsEmbedded() {
        JsonNode initcalls =
                data(page(SampleBoot.analysis(5), LogExcerpt.EMPTY)).at("/boots/0/initcalls");
        Initcall third = SampleBoot.analysis(5).timeline().initcalls().get(2);
        assertThat(fact(initcalls, 2, "function").stringValue()).isEqualTo(third.function());
        assertThat(fact(initcalls, 2, "durationUs").longValue()).isEqualTo(third.durationUs());
        assertThat(fact(initcalls, 2, "outcome").stringValue())
                .isEqualTo(third.outcome().toString());
        assertThat(fact(initcalls, 2, "misbehaved").isNull()).isTrue();
    }

    @Test
    void theAccountsOfThePageAddUpToItsTotal() {
        JsonNode boot = data(page(SampleBoot.analysis(60), LogExcerpt.EMPTY)).at("/boots/0");
        JsonNode accounts = boot.get("accounts");
        long booked = 0;
        for (int row = 0; row < accounts.get("rows").size(); row++) {
            booked += fact(accounts, row, "us").longValue();
        }
        assertThat(booked)
                .isPositive()
                .isEqualTo(boot.at("/ledger/toUs").longValue()
                        - boot.at("/ledger/fromUs").longValue());
    }

    @Test
    void bootsThatDoNotFitAreCounted() {
        HtmlReport report = new HtmlReport();
        BootAnalysis boot = SampleBoot.analysis(4_000);
        LogExcerpt excerpt = SampleBoot.excerpt(4_000);
        for (int i = 0; i < 30; i++) {
            report.add(boot, excerpt);
        }
        JsonNode data = data(written(report));
        assertThat(data.get("boots").size()).isBetween(2, 29);
        assertThat(data.get("boots").size() + data.get("bootsLeftOut").intValue())
                .isEqualTo(30);
    }

    @Test
    void aPageWithoutABootIsAPage() {
        assertThat(data(written(new HtmlReport())).get("boots").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("io.bootledger.reports.html.HostileTexts#all")
    void hostileTextStaysText(String hostile) {
        byte[] tame = page(SampleBoot.saying("tame"), LogExcerpt.EMPTY);
        byte[] page = page(SampleBoot.saying(hostile), LogExcerpt.EMPTY);
        assertThat(shape(page)).isEqualTo(shape(tame));
        assertThat(policy(parsed(page))).isEqualTo(policy(parsed(tame)));
        assertThat(fact(data(page).at("/boots/0/initcalls"), 0, "function").stringValue())
                .isEqualTo(hostile);
        assertThat(fact(data(page).at("/boots/0/advice"), 0, "solution").stringValue())
                .isEqualTo(hostile);
    }

    private static List<Long> numbers(JsonNode array) {
        List<Long> numbers = new ArrayList<>();
        array.forEach(each -> numbers.add(each.longValue()));
        return numbers;
    }

    /** The numbers of the log lines in the page, where each stands as the step from the one before. */
    private static Set<Long> held(JsonNode boot) {
        Set<Long> held = new HashSet<>();
        long number = 0;
        for (long step : numbers(boot.at("/lines/number"))) {
            number += step;
            held.add(number);
        }
        return held;
    }

    private static JsonNode fact(JsonNode table, int row, String column) {
        int at = 0;
        while (!table.get("columns").get(at).stringValue().equals(column)) {
            at++;
        }
        return table.get("rows").get(row).get(at);
    }

    /** The elements of a page, without what they say. */
    private static String shape(byte[] page) {
        StringBuilder shape = new StringBuilder();
        parsed(page)
                .getAllElements()
                .forEach(element -> shape.append(element.tagName())
                        .append(element.attributes().size())
                        .append('\n'));
        return shape.toString();
    }

    private static byte[] page(BootAnalysis boot, LogExcerpt excerpt) {
        HtmlReport report = new HtmlReport();
        report.add(boot, excerpt);
        return written(report);
    }

    private static byte[] written(HtmlReport report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            report.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Document parsed(byte[] page) {
        return Jsoup.parse(new String(page, UTF_8));
    }

    private static JsonNode data(byte[] page) {
        return PageFacts.of(new String(page, UTF_8));
    }

    private static String policy(Document page) {
        return page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
    }

    private static String sha256(String text) throws Exception {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    }
}
