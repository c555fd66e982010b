package io.bootledger.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In a narrow window: nothing sticks out, nothing lies on anything else. */
class PhoneTest {
    private static final List<Path> PAGES = List.of(
            Pages.sample("arm64-6.1-cloud"),
            Pages.sample("panic-initcall"),
            Pages.several(),
            Pages.hanging(60, 300),
            Pages.gate(),
            Pages.comparison());

    private final Browser browser = Browser.get();

    @ParameterizedTest
    @ValueSource(ints = {320, 360, 375})
    void nothingSticksOut(int width) {
        for (Path page : PAGES) {
            open(page, width);
            assertThat(browser.js("document.documentElement.scrollWidth"))
                    .as(page.toString())
                    .isEqualTo((long) width);
            assertThat((String)
                            browser.js("[...document.querySelectorAll('button, .step text, th.bars i')].filter(each =>"
                                    + " each.checkVisibility() && !each.closest('#table-box, #strip-box') && each.getBoundingClientRect().right > innerWidth)"
                                    + ".map(each => each.tagName + ' ' + each.textContent).join('; ')"))
                    .as(page.toString())
                    .isEmpty();
        }
    }

    @Test
    void noWordsLieOnOthers() {
        for (Path page : PAGES) {
            open(page, 360);
            assertThat(
                            (String)
                                    browser.js(
                                            "(() => { const boxes = [...document.querySelectorAll('#waterfall .step text, #waterfall"
                                                    + " .axis text, #sides .axis text, th.bars i')].filter(each => each.textContent).map(each => [each, each.getBoundingClientRect()]);"
                                                    + " return boxes.flatMap(([one, a], i) => boxes.slice(i + 1).filter(([, b]) => a.left < b.right && b.left < a.right"
                                                    + " && a.top + 2 < b.bottom && b.top + 2 < a.bottom).map(([other]) => one.textContent + ' / ' + other.textContent)).join('; '); })()"))
                    .as(page.toString())
                    .isEmpty();
        }
    }

    @Test
    void aPhoneIsNotToldOfKeys() {
        open(Pages.sample("arm64-6.1-cloud"), 360);
        assertThat(browser.shows("#timeline .keys")).isFalse();
        assertThat(browser.shows("#timeline .touch")).isTrue();
        assertThat((Long) browser.js("document.querySelector('#timeline .bar').offsetHeight"))
                .isLessThan(80);
    }

    private void open(Path page, int width) {
        browser.open(page.resolve("index.html"), "", width, 720);
    }
}
