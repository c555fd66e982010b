package io.bootledger.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The verdict of the gate above both sides beside each other. */
class GatePageTest {
    private final Browser browser = Browser.get();

    @Test
    void aWordASentenceAndWhatTheyRestOnWithTheDotsOfAllBoots() {
        browser.open(Pages.gate().resolve("index.html"));

        assertThat(browser.text("#verdict h2")).isEqualTo("REGRESSED");
        assertThat(browser.text("#verdict p")).startsWith("total 24.373 s → 24.811 s");
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
    void aCulpritIsBroughtIntoViewWithBothSidesAndALinkLeadsThere() {
        browser.open(Pages.gate().resolve("index.html"));
        String name = browser.text("#verdict .findings button.link").split(" ", 2)[0];

        browser.click("#verdict .findings button.link");

        assertThat(inView("#both")).isEqualTo(true);
        assertThat(browser.text("#both")).contains(name, "before", "after", "bootledger explain 01.dmesg.xz acpi_init");
        String hash = browser.hash();
        assertThat(hash).isEqualTo("#find=" + name);
        browser.driver().navigate().back();
        browser.settle();
        assertThat(browser.shows("#both")).isFalse();
        browser.open(Pages.gate().resolve("index.html"), hash, 1280, 720);
        assertThat(inView("#both")).isEqualTo(true);
    }

    @Test
    void everyStepOfTheWaterfallShowsSomethingByKeyboardAlone() {
        browser.open(Pages.comparison().resolve("index.html"));
        long steps = (Long) browser.js("document.querySelectorAll('#waterfall .step').length");
        assertThat(steps).isGreaterThan(2);
        for (int i = 0; i < steps; i++) {
            browser.js("document.querySelectorAll('#waterfall .step')[" + i + "].focus()");
            browser.press(Keys.ENTER);
            assertThat(inView("#both")).isEqualTo(true);
            assertThat(browser.text("#both")).contains("changes by");
            assertThat(browser.hash()).startsWith("#find=");
        }
    }

    @Test
    void whatElseChangedStandsBelowItsHeadingsAndIsNotCut() {
        browser.open(Pages.gate().resolve("index.html"));
        assertThat(browser.js("[...document.querySelectorAll('#changed section')].every(each => { const head ="
                        + " each.firstChild.getBoundingClientRect(); const body = each.children[1].getBoundingClientRect();"
                        + " return head.bottom <= body.top && Math.abs(head.left - body.left) < 1; })"))
                .isEqualTo(true);
        assertThat(
                        browser.js(
                                "(() => { const box = document.querySelector('#changed'); return box.scrollHeight - box.clientHeight; })()"))
                .isEqualTo(0L);
        assertThat(browser.js("getComputedStyle(document.querySelector('#changed th.numeric')).textAlign"))
                .isEqualTo("right");
    }

    @Test
    void theWheelIsForThePageUnlessCtrlIsHeld() {
        browser.open(Pages.comparison().resolve("index.html"));
        String wheel =
                "(() => { const event = new WheelEvent('wheel', { deltaY: -300, ctrlKey: %s, cancelable: true, bubbles:"
                        + " true, clientX: 700, clientY: 600 }); document.querySelector('#sides').dispatchEvent(event); return event.defaultPrevented; })()";
        assertThat(browser.js(String.format(wheel, false))).isEqualTo(false);
        assertThat(browser.js(String.format(wheel, true))).isEqualTo(true);
        assertThat(browser.text("#sides-hint")).contains("Ctrl + wheel zooms");
    }

    private Object inView(String selector) {
        return browser.js("(() => { const box = document.querySelector('" + selector + "').getBoundingClientRect();"
                + " return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight; })()");
    }

    @Test
    void aPhoneNeedsNoScrollingSideways() {
        browser.open(Pages.gate().resolve("index.html"), "", 390, 844);

        assertThat((Long) browser.js("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
    }
}
