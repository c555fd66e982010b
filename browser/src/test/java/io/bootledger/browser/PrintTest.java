package io.bootledger.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On paper: what A4 leaves between its margins holds everything, charts are redrawn for it. */
class PrintTest {
    private static final int BETWEEN_MARGINS = 703;
    private static final Pattern PAGE = Pattern.compile("/Type /Page\\b");

    private final Browser browser = Browser.get();

    @ParameterizedTest
    @ValueSource(strings = {"arm64-6.1-cloud", "several", "gate", "comparison"})
    void nothingStandsBeyondTheMargin(String name) {
        browser.open(page(name), "", BETWEEN_MARGINS, 1000).media("print", Map.of());
        browser.settle();
        assertThat(
                        (String)
                                browser.js(
                                        "[...document.querySelectorAll('body *')].filter(each => each.checkVisibility()"
                                                + " && !each.closest('.unseen, svg > *, summary') && each.getBoundingClientRect().right > "
                                                + BETWEEN_MARGINS
                                                + " + 1).map(each => each.tagName + '#' + each.id + ' ' + each.textContent.slice(0, 30)).join('; ')"))
                .isEmpty();
    }

    @Test
    void theTimelineIsRedrawnForThePaperAndAfterwardsForTheWindow() {
        browser.open(page("arm64-6.1-cloud"));
        browser.js(
                "(() => { window.drawn = []; matchMedia('print').addEventListener('change', () => window.drawn.push("
                        + "document.querySelector('#canvas').width, document.querySelector('#icicle').width.baseVal.value)); })()");
        pdf();
        assertThat(browser.js("window.drawn.join()")).isEqualTo("2100,700,1214,1214");
    }

    @Test
    void theFirstRowsArePrintedAndAllOfThemOnRequest() {
        browser.open(page("arm64-6.1-cloud"));
        int first = pages(pdf());
        assertThat(first).isLessThan(5);
        browser.js("(() => { window.print = () => {}; document.querySelector('#table caption button').click(); })()");
        assertThat(pages(pdf())).isGreaterThan(2 * first);
        assertThat(pages(pdf())).isEqualTo(first);
    }

    @Test
    void headingsThatAreRepeatedKeepTheirNamesAndTheDearestRowsStandFirst() {
        browser.open(page("arm64-6.1-cloud"), "", BETWEEN_MARGINS, 1000).media("print", Map.of());
        browser.settle();
        assertThat(browser.js("getComputedStyle(document.querySelector('#table th button')).display"))
                .isEqualTo("contents");
        assertThat(browser.texts("#table tbody tr"))
                .hasSize(40)
                .first()
                .asString()
                .contains("raid6_pq");
        assertThat(browser.text("#table caption")).endsWith("; the dearest 40");
        browser.media("", Map.of()).settle();
        assertThat(browser.texts("#table tbody tr")).first().asString().contains("con_init");
    }

    @Test
    void theGatesPageIsOfAFewSheets() {
        browser.open(page("gate"));
        assertThat(pages(pdf())).isLessThan(7);
    }

    private static int pages(byte[] pdf) {
        return (int) PAGE.matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                .results()
                .count();
    }

    private byte[] pdf() {
        Map<String, Object> printed = browser.driver()
                .executeCdpCommand(
                        "Page.printToPDF", Map.of("paperWidth", 8.27, "paperHeight", 11.69, "preferCSSPageSize", true));
        return Base64.getDecoder().decode((String) printed.get("data"));
    }

    private static Path page(String name) {
        Path report = switch (name) {
            case "several" -> Pages.several();
            case "gate" -> Pages.gate();
            case "comparison" -> Pages.comparison();
            default -> Pages.sample(name);
        };
        return report.resolve("index.html");
    }
}
