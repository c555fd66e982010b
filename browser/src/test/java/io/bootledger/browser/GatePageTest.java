package io.bootledger.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The verdict of the gate above both sides beside each other. */
class GatePageTest {
    private final Browser browser = Browser.get();

    @Test
    void aWordASentenceAndWhatTheyRestOnWithTheDotsOfAllBoots() {
        browser.open(Pages.gate().resolve("index.html"));

        assertThat(browser.text("#verdict h2")).isEqualTo("REGRESSED");
        assertThat(browser.text("#verdict p")).startsWith("total 24.373 s -> 24.811 s");
        assertThat(browser.text("#verdict .findings li .status")).isEqualTo("regressed");
        assertThat(browser.js("document.querySelectorAll('#verdict .findings li:first-child .before circle').length"))
                .isEqualTo(10L);
        assertThat(browser.js("document.querySelectorAll('#verdict .findings li:first-child .after circle').length"))
                .isEqualTo(10L);
        assertThat(browser.find("#verdict .dots").getAttribute("aria-label")).startsWith("total: before 24");
        assertThat(browser.texts("#verdict code"))
                .singleElement()
                .asString()
                .startsWith("bootledger gate accept acpi_init");
    }

    @Test
    void whatBecameSlowerAndInsideTheBandIsToldApart() {
        browser.open(Pages.gate().resolve("index.html"));

        assertThat(
                        browser.js(
                                "(() => { const dots = document.querySelector('#verdict .regressed .dots');"
                                        + " const band = dots.querySelector('.margin'); const right = +band.getAttribute('x') + +band.getAttribute('width');"
                                        + " return [...dots.querySelectorAll('.after circle')].every(dot => dot.cx.baseVal.value > right); })()"))
                .isEqualTo(true);
    }

    @Test
    void aCulpritIsFoundBelowByAClickOrTheKeyboard() {
        browser.open(Pages.gate().resolve("index.html"));
        int all = browser.texts("#table tbody tr").size();

        browser.click("#verdict .findings button.link");

        assertThat(browser.texts("#table tbody tr"))
                .hasSizeLessThan(all)
                .first()
                .asString()
                .contains("acpi_init");
    }

    @Test
    void aPhoneNeedsNoScrollingSideways() {
        browser.open(Pages.gate().resolve("index.html"), "", 390, 844);

        assertThat((Long) browser.js("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
    }
}
