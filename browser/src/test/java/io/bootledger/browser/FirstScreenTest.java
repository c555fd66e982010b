package io.bootledger.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands there before anybody has done anything. */
class FirstScreenTest {
    private final Browser browser = Browser.get();

    @Test
    void theAnswerTheBillAndTheTimelineAreInView() {
        browser.open(page("arm64-6.1-cloud"));
        assertThat(browser.text("#sentence")).startsWith("/init runs after 2.746 s: 2.133 s in 641 initcalls");
        assertThat(bottom("#bill")).isLessThan(400);
        assertThat(top("#canvas")).isLessThan(560);
        assertThat(browser.texts("#bill tbody .item > span").subList(0, 3))
                .containsExactly("crypto_algapi_init", "crypto_kdf108_init", "of_platform_default_populate_init");
    }

    @Test
    void everyNumberOfTheAnswerLeadsSomewhere() {
        browser.open(page("arm64-6.1-cloud")).click("#sentence button:nth-of-type(2)");
        assertThat(browser.text("#tabs [aria-selected=true]")).startsWith("Initcalls");
        browser.click("#sentence button:last-of-type");
        assertThat(browser.text("#tabs [aria-selected=true]")).startsWith("Probes");
    }

    @ParameterizedTest
    @CsvSource({
        "panic-initcall, pci_slot_init never returned; BUG: kernel NULL pointer, BUG: kernel NULL pointer dereference",
        "hanging, Cut while virtio_blk_init ran, calling +virtio_blk_init"
    })
    void aBootThatDiedLeadsWithThatAndTheLineThatShowsWhy(String name, String words, String line) {
        browser.open(name.equals("hanging") ? Pages.hanging().resolve("index.html") : page(name));
        assertThat(browser.text("#sentence")).startsWith(words);
        assertThat(browser.text("#quote")).matches("(?s)\\d+\\s.*" + line + ".*");
        browser.click("#quote");
        assertThat(browser.shows("#drawer")).isTrue();
        assertThat(browser.texts("#drawer .wanted")).isNotEmpty();
    }

    @Test
    void noPlaceOfTheAuthorsMachineIsInThePage() {
        browser.open(page("arm64-6.1-cloud"));
        assertThat((String) browser.js("document.documentElement.outerHTML")).doesNotContain("traces/samples");
        assertThat(browser.text("#what")).contains("dmesg.txt.xz");
    }

    @Test
    void cardsStandApartAndNoAdviceIsCut() {
        browser.open(page("no-initcall-debug"));
        assertThat(top("#timeline") - bottom(".first")).isGreaterThan(5);
        browser.open(page("arm64-6.1-cloud"));
        assertThat(
                        browser.js(
                                "(() => { const box = document.querySelector('#advice'); return box.scrollHeight - box.clientHeight; })()"))
                .isEqualTo(0L);
        assertThat(bottom("#advice li:last-child")).isLessThan(bottom(".advice"));
    }

    @Test
    void aMomentOutsideTheBootIsItsEdge() {
        browser.open(page("arm64-6.1-cloud"), "#at=-5", 1280, 720);
        assertThat(browser.text("#moment-words")).startsWith("0.000000 s");
    }

    @Test
    void aPhoneNeedsNoScrollingToTheSide() {
        for (String name : new String[] {"arm64-6.1-cloud", "panic-initcall", "no-initcall-debug"}) {
            browser.open(page(name), "", 390, 844);
            assertThat(browser.js("document.documentElement.scrollWidth"))
                    .as(name)
                    .isEqualTo(390L);
        }
    }

    private long top(String selector) {
        return (Long) browser.js("Math.round(document.querySelector('" + selector + "').getBoundingClientRect().top)");
    }

    private long bottom(String selector) {
        return (Long)
                browser.js("Math.round(document.querySelector('" + selector + "').getBoundingClientRect().bottom)");
    }

    private static Path page(String sample) {
        return Pages.sample(sample).resolve("index.html");
    }
}
