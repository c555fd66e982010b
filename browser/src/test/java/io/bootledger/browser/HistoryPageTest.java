package io.bootledger.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The page of a history, by mouse, touch and keyboard. */
class HistoryPageTest {
    private static final String FIRST = "#curves .curve:first-child svg";

    private final Browser browser = Browser.get();

    @BeforeEach
    void open() {
        browser.open(Pages.history());
    }

    @Test
    void itBeginsWithWhatChangedAndSinceWhen() {
        assertThat(browser.text("#sentence"))
                .matches(
                        "16 builds: 4 changes, 4 slower and not accepted\\. Since build 6\\.6\\.9 the total takes longer: 1\\.3\\d+ s → "
                                + "1\\.4\\d+ s \\(.*\\), with it initcall snvs_rtc_init \\+(59|6\\d)\\.\\d ms\\.");
        assertThat(browser.texts("#change-list tbody td:nth-child(2)"))
                .containsExactly("total", "phase initcalls", "level device", "initcall snvs_rtc_init");
        assertThat(browser.texts("#curves h3")).hasSize(6).first().asString().startsWith("total");
        assertThat((Long) browser.js("document.querySelectorAll('" + FIRST + " .dot').length"))
                .isEqualTo(16);
        assertThat((Long) browser.js("document.querySelectorAll('" + FIRST + " .level').length"))
                .isEqualTo(2);
        browser.click("#more-curves");
        assertThat(browser.texts("#curves h3")).hasSizeGreaterThan(6);
    }

    @Test
    void aPointTellsItsBuildAndAClickItsBoots() {
        at(9);
        assertThat(browser.text("#tooltip"))
                .contains("6.6.10", "median", "range", "3 boots")
                .doesNotContain("changed here");
        assertThat(browser.js("[...document.querySelectorAll('#curves .at circle')].every(each => each.closest('svg')"
                        + ".getAttribute('aria-valuenow') === '9')"))
                .isEqualTo(true);
        browser.js("document.querySelector('" + FIRST + "').dispatchEvent(new MouseEvent('click', { clientX: " + x(8)
                + ", bubbles: true }))");
        browser.settle();
        assertThat(browser.text("#drawer-title")).isEqualTo("6.6.9");
        assertThat(browser.texts("#build tbody tr td:first-child")).contains("total", "initcall snvs_rtc_init");
        assertThat(browser.text("#build"))
                .contains("build9.log")
                .contains("bootledger gate --store board --baseline-where kernel=6.6.8 --candidate-where kernel=6.6.9")
                .containsPattern("bootledger show [0-9a-f]{12} --store board");
        assertThat(browser.hash()).isEqualTo("#build=6.6.9");
    }

    @Test
    void theKeyboardAloneGoesFromBuildToBuild() {
        browser.js("document.querySelector('" + FIRST + "').focus()");
        assertThat(spoken()).startsWith("6.6.9: ").contains("median of 3 boots", "changed here");
        browser.press(Keys.ARROW_LEFT);
        assertThat(spoken()).startsWith("6.6.8: ");
        assertThat(browser.text("#tooltip")).startsWith("6.6.8");
        browser.press(Keys.HOME).press(Keys.ARROW_RIGHT);
        assertThat(spoken()).startsWith("6.6.2: ");
        browser.press(Keys.END).press(Keys.ENTER);
        assertThat(browser.text("#drawer-title")).isEqualTo("6.6.16");
        browser.press(Keys.ESCAPE);
        assertThat(browser.shows("#drawer")).isFalse();
        browser.press(Keys.TAB);
        assertThat((String) browser.js("document.activeElement.getAttribute('aria-label')"))
                .startsWith("initcall snvs_rtc_init");
    }

    @Test
    void fewerBuildsAreSeenMoreCloselyInEveryCurve() {
        browser.click("#closer");
        assertThat(dots()).isEqualTo(8);
        assertThat((Boolean) browser.js("document.querySelector('#closer').disabled"))
                .isTrue();
        browser.js("document.querySelector('" + FIRST + "').focus()");
        browser.press(Keys.END);
        assertThat(spoken()).startsWith("6.6.16: ");
        assertThat(browser.js("document.querySelector('" + FIRST + " .at').getAttribute('display')"))
                .as("the stretch follows")
                .isNull();
        browser.press("0");
        assertThat(dots()).isEqualTo(16);
        browser.press("+");
        assertThat(dots()).isEqualTo(8);
        browser.press("-");
        assertThat(dots()).isEqualTo(16);
        browser.js("document.querySelector('" + FIRST + "').dispatchEvent(new WheelEvent('wheel', { deltaY: -100,"
                + " ctrlKey: true, clientX: " + x(0) + ", bubbles: true, cancelable: true }))");
        browser.settle();
        assertThat(dots()).isEqualTo(13);
        browser.click("#whole");
        assertThat(dots()).isEqualTo(16);
    }

    private long dots() {
        return (Long) browser.js("document.querySelectorAll('" + FIRST + " .dot').length");
    }

    @Test
    void aLinkOpensItsBuildAndBackLeadsBack() {
        browser.open(Pages.history(), "#build=6.6.3", 1280, 720);
        assertThat(browser.text("#drawer-title")).isEqualTo("6.6.3");
        browser.click("#drawer-after");
        assertThat(browser.text("#drawer-title")).isEqualTo("6.6.4");
        browser.driver().navigate().back();
        browser.settle();
        assertThat(browser.text("#drawer-title")).isEqualTo("6.6.3");
        browser.open(Pages.history(), "#build=no-such", 1280, 720);
        assertThat(browser.shows("#drawer")).isFalse();
    }

    @Test
    void aFingerOpensABuildToo() {
        browser.js("document.querySelector('" + FIRST + "').scrollIntoView({ block: 'center' })");
        long y = (Long)
                browser.js("Math.round(document.querySelector('" + FIRST + "').getBoundingClientRect().top) + 60");
        browser.driver().executeCdpCommand("Emulation.setTouchEmulationEnabled", Map.of("enabled", true));
        for (String type : new String[] {"touchStart", "touchEnd"}) {
            Object points = type.equals("touchStart") ? new Object[] {Map.of("x", x(4), "y", y)} : new Object[0];
            browser.driver().executeCdpCommand("Input.dispatchTouchEvent", Map.of("type", type, "touchPoints", points));
        }
        browser.driver().executeCdpCommand("Emulation.setTouchEmulationEnabled", Map.of("enabled", false));
        browser.settle();
        assertThat(browser.text("#drawer-title")).isEqualTo("6.6.5");
    }

    @Test
    void aPhoneNeedsNoScrollingToTheSide() {
        browser.open(Pages.history(), "#build=6.6.9", 390, 844);
        assertThat(browser.js("document.documentElement.scrollWidth")).isEqualTo(390L);
    }

    @Test
    void onPaperEveryBuildIsListed() {
        browser.open(Pages.history(), "", 718, 1_000).media("print", Map.of()).settle();
        assertThat((Long) browser.js("Math.round(document.querySelector('#builds-box').scrollHeight"
                        + " - document.querySelector('#builds-box').clientHeight)"))
                .isZero();
        assertThat(browser.texts("#builds tbody tr")).hasSize(16);
    }

    private void at(int build) {
        browser.js("document.querySelector('" + FIRST + "').dispatchEvent(new PointerEvent('pointermove', { clientX: "
                + x(build) + ", clientY: 300, bubbles: true }))");
        browser.settle();
    }

    /** In the window. */
    private long x(int build) {
        return (Long) browser.js("(box => Math.round(box.left + 70 + (" + build + " + 0.5) * (box.width - 84) / 16))"
                + "(document.querySelector('" + FIRST + "').getBoundingClientRect())");
    }

    private String spoken() {
        return (String) browser.js("document.querySelector('" + FIRST + "').getAttribute('aria-valuetext')");
    }
}
