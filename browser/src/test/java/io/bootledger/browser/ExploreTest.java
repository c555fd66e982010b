package io.bootledger.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/** By mouse and by keyboard alone. */
class ExploreTest {
    private static final Path PAGE = Pages.sample("arm64-6.1-cloud").resolve("index.html");

    private final Browser browser = Browser.get();

    @BeforeEach
    void open() {
        browser.open(PAGE);
    }

    @Test
    void aClickOnTheBillOpensTheLinesOfTheLog() {
        browser.click("#bill tbody tr:nth-child(2) .item");
        assertThat(browser.text("#drawer-title")).isEqualTo("crypto_kdf108_init");
        assertThat(browser.texts("#drawer .wanted"))
                .hasSize(2)
                .allMatch(line -> line.contains("crypto_kdf108_init+0x0/0x18c"));
        assertThat(browser.text("#drawer .known")).contains("341\u202f369 µs").contains("unpacking the initramfs");
        assertThat((Long) browser.js("Math.round(document.querySelector('#drawer').getBoundingClientRect().bottom)"))
                .isEqualTo(720);
        browser.press(Keys.ESCAPE);
        assertThat(browser.shows("#drawer")).isFalse();
    }

    @Test
    void aClickOnABarChoosesIt() {
        browser.js("document.querySelector('#timeline').scrollIntoView()");
        long x = 118 + Math.round(0.62 * (1214 - 118));
        browser.drag("#canvas", (int) x, 100, 0);
        assertThat(browser.shows("#drawer")).isTrue();
        assertThat(browser.hash()).contains("row=");
    }

    @Test
    void whatIsTickedSinksTheTotalWithinItsBounds() {
        Object top = browser.js("document.querySelector('#bill').getBoundingClientRect().top");
        browser.click("#bill tbody tr:nth-child(1) input");
        assertThat(browser.text("#what-if")).startsWith("2.746 s → 2.310 s to 2.746 s");
        browser.click("#bill tbody tr:nth-child(2) input");
        assertThat(browser.text("#what-if")).isEqualTo("2.746 s → 1.968 s to 2.855 s");
        assertThat(browser.text("#what-if-more")).startsWith("unless the next user-mode helper");
        assertThat((String) browser.js("document.querySelector('#what-if-more button').title"))
                .isEqualTo("bootledger simulate --like dmesg.txt.xz --set initcall.crypto_algapi_init.faster=100%"
                        + " --set initcall.crypto_kdf108_init.faster=100%");
        String hash = browser.hash();
        assertThat(hash).matches("#if=\\d+,\\d+");
        browser.open(PAGE, hash, 1280, 720);
        assertThat(browser.text("#what-if")).isEqualTo("2.746 s → 1.968 s to 2.855 s");
        assertThat(browser.js("document.querySelectorAll('#bill input:checked').length"))
                .isEqualTo(2L);
        assertThat(browser.js("document.querySelector('#bill').getBoundingClientRect().top"))
                .isEqualTo(top);
        browser.click("#bill tbody tr:nth-child(1) input").click("#bill tbody tr:nth-child(2) input");
        assertThat(browser.text("#what-if")).isEmpty();
    }

    @Test
    void draggingOnTheAxisTellsWhatRanInTheStretch() {
        browser.js("document.querySelector('#timeline').scrollIntoView()");
        browser.drag("#canvas", 300, 8, 300);
        assertThat(browser.text("#range"))
                .contains("initcalls by level ")
                .contains("probes by driver ")
                .contains("outside initcalls ");
        assertThat(browser.hash()).contains("range=");
        browser.press(Keys.ESCAPE);
        assertThat(browser.shows("#range")).isFalse();
    }

    @Test
    void theWheelScrollsThePageUntilItIsMeantForTheChart() {
        String wheel = "(() => { const event = new WheelEvent('wheel', { deltaY: -300, ctrlKey: %s, cancelable: true,"
                + " bubbles: true, clientX: 700, clientY: 600 }); document.querySelector('#canvas').dispatchEvent(event);"
                + " return event.defaultPrevented; })()";
        assertThat(browser.js(String.format(wheel, false))).isEqualTo(false);
        assertThat(browser.hash()).doesNotContain("view=");
        assertThat(browser.js(String.format(wheel, true))).isEqualTo(true);
        browser.settle();
        assertThat(browser.hash()).contains("view=");
    }

    @Test
    void aSearchFollowsToTheTableThatHasHitsAndEnterWalksThem() {
        browser.search("virtio0");
        assertThat(browser.text("#tabs [aria-selected=true]")).startsWith("Probes");
        browser.press(Keys.ENTER);
        assertThat(browser.text("#drawer-title")).isEqualTo("virtio0");
        assertThat(browser.text("#found")).isEqualTo("0 initcalls, 1 probe");
    }

    @Test
    void aLevelIsFilteredWithTheProbesInsideIt() {
        browser.click(".menu:has(#level-chips) summary").click("#level-chips [data-name=arch]");
        assertThat(browser.text("#found")).isEqualTo("27 initcalls, 1 probe");
        browser.click("#clear");
        assertThat(browser.text("#found")).isEmpty();
    }

    @Test
    void aLinkBringsToTheSamePlace() {
        browser.click("#tab-probes").click("#table th:nth-child(5) button").click("#table tbody tr:nth-child(2)");
        browser.js("document.activeElement.blur()");
        browser.press("w", "w", "d").press("m");
        String hash = browser.hash();
        assertThat(hash)
                .contains("sort=")
                .contains("tab=")
                .contains("view=")
                .contains("range=")
                .contains("row=");
        String title = browser.text("#drawer-title");
        browser.open(PAGE, hash.replace("+", "%2B"), 1280, 720).settle();
        assertThat(browser.text("#drawer-title")).isEqualTo(title);
        assertThat(browser.hash()).isEqualTo(hash);
    }

    @Test
    void backLeadsBackAndAnEditedAddressIsFollowed() {
        browser.click("#bill tbody tr:nth-child(1) .item").click("#bill tbody tr:nth-child(2) .item");
        browser.driver().navigate().back();
        browser.settle();
        assertThat(browser.text("#drawer-title")).isEqualTo("crypto_algapi_init");
        browser.js("location.hash = '#tab=probes&q=virtio'");
        browser.settle();
        assertThat(browser.text("#tabs [aria-selected=true]")).startsWith("Probes");
        assertThat(browser.find("#search").getDomProperty("value")).isEqualTo("virtio");
    }

    @Test
    void theKeyboardAloneGoesEverywhere() {
        browser.press(".");
        String first = browser.text("#drawer-title");
        browser.press(".", ".");
        assertThat(browser.text("#drawer-title")).isNotEqualTo(first);
        browser.press(",", ",");
        assertThat(browser.text("#drawer-title")).isEqualTo(first);
        browser.press("f");
        assertThat(browser.hash()).contains("view=");
        browser.press("0");
        assertThat(browser.hash()).doesNotContain("view=");
        browser.press("?");
        assertThat(browser.shows("#help")).isTrue();
        assertThat(browser.text("#help")).contains("measure what is in view");
        browser.press(Keys.ESCAPE);
        assertThat(browser.shows("#help")).isFalse();
    }

    @Test
    void fromAProbeOneClimbsToItsInitcallAndDownAgain() {
        browser.click("#tab-probes").click("#table tbody tr:first-child");
        String device = browser.text("#drawer-title");
        browser.press(Keys.ESCAPE);
        browser.click("#table tbody tr:first-child");
        browser.js("document.activeElement.blur()");
        browser.press(Keys.ARROW_UP);
        assertThat(browser.text("#drawer-title")).endsWith("_init").isNotEqualTo(device);
        browser.press(Keys.ARROW_DOWN);
        assertThat(browser.text("#drawer-title")).isNotEmpty().doesNotEndWith("_populate_init");
    }

    @Test
    void aStrangeWordIsExplainedWhereItStands() {
        browser.click(".menu:has(#outcome-chips) summary");
        assertThat(browser.find("#outcome-chips [data-name=absent] abbr").getDomAttribute("title"))
                .contains("harmless");
        assertThat(browser.find("#table th abbr").getDomAttribute("title")).isNotEmpty();
    }

    @Test
    void whatEndedAWaitPointsAtTheInitcallThatWaited() {
        browser.open(Pages.sample("smallbuf").resolve("index.html"), "#row=initcalls:529", 1280, 900);
        assertThat(browser.text("#drawer-title")).isEqualTo("ledtrig_disk_init");
        assertThat(arrows()).endsWith("; probe of serio0 may have ended the wait of ledtrig_disk_init");
        assertThat(browser.text("#drawer .known")).contains("what may have ended it", "3.691961 s, probe of serio0");
        browser.open(Pages.sample("smallbuf").resolve("index.html"), "#row=waits:0", 1280, 900);
        assertThat(arrows()).endsWith("; async do_populate_rootfs may have ended the wait of crypto_kdf108_init");
        browser.press(Keys.ESCAPE);
        assertThat(arrows()).doesNotContain("the wait of");
    }

    @Test
    void aDeferredProbeShowsEachAttemptAndWhatReleasedIt() {
        browser.open(Pages.deferred().resolve("index.html"), "#tab=probes&q=32e10000.mipi_dsi", 1280, 900);
        browser.click("#table tbody tr:last-child");
        assertThat(arrows())
                .matches(
                        "[^;]*; the tables.*; .*32e10000\\.mipi_dsi waited for 0-004b; 0-004b released 32e10000\\.mipi_dsi");
    }

    @Test
    void aBootIsReplayedWithItsConsole() {
        browser.click("#replay-button");
        assertThat(browser.text("#moment-words")).isEqualTo("0.000000 s: 0 of 641 initcalls returned, none called yet");
        assertThat(browser.texts("#console li")).isNotEmpty().last().asString().contains("0.000000]");
        moment(1_300_000);
        assertThat(browser.text("#moment-words"))
                .startsWith("1.300000 s: ")
                .contains(" of 641 initcalls returned, crypto_");
        assertThat(browser.texts("#console li")).last().asString().startsWith("[    1.");
        assertThat(browser.hash()).isEqualTo("#at=1300000");
        String link = browser.hash();
        browser.open(PAGE, link, 1280, 720);
        assertThat(browser.text("#moment-words")).startsWith("1.").contains(" of 641 initcalls returned, crypto_");
        browser.press(Keys.ESCAPE);
        assertThat(browser.shows("#replay")).isFalse();
        assertThat(browser.hash()).doesNotContain("at=");
    }

    @Test
    void theReplayGoesByKeysAndPlaysByItself() {
        browser.press("r");
        assertThat((String) browser.js("document.activeElement.id")).isEqualTo("moment");
        browser.press(Keys.PAGE_UP, Keys.ARROW_RIGHT);
        assertThat(moment()).isPositive();
        browser.press(Keys.END);
        assertThat(browser.text("#moment-words")).contains("641 of 641 initcalls returned");
        browser.press(Keys.HOME);
        browser.click("#play").rest();
        browser.click("#play");
        long paused = moment();
        assertThat(paused).isBetween(100_000L, 2_740_000L);
        browser.rest();
        assertThat(moment()).isEqualTo(paused);
    }

    @Test
    void barsThatHadNotBegunArePale() {
        browser.js("document.querySelector('#timeline').scrollIntoView()");
        long whole = coloured();
        browser.click("#replay-button");
        assertThat(coloured()).isLessThan(whole / 4);
        moment(2_746_000);
        assertThat(coloured()).isGreaterThan(whole / 2);
    }

    private void moment(long us) {
        browser.js("(slider => { slider.value = " + us + "; slider.dispatchEvent(new Event('input')); })"
                + "(document.querySelector('#moment'))");
        browser.settle();
    }

    private long moment() {
        return (Long) browser.js("Math.round(document.querySelector('#moment').value)");
    }

    /** How many pixels of the boot thread's lane have a colour. */
    private long coloured() {
        return (Long) browser.settle()
                .js("(canvas => { const { data } = canvas.getContext('2d').getImageData(118, 96,"
                        + " canvas.width - 118, 22); let found = 0; for (let i = 0; i < data.length; i += 4)"
                        + " if (Math.max(data[i], data[i + 1], data[i + 2]) - Math.min(data[i], data[i + 1], data[i + 2]) > 60)"
                        + " found++; return found; })(document.querySelector('#canvas'))");
    }

    private String arrows() {
        return browser.settle().find("#canvas").getDomAttribute("aria-label");
    }

    @Test
    void neitherTheWindowNorTheDrawerHidesTheChosenBar() {
        browser.open(Pages.sample("arm64-6.1-cloud").resolve("index.html"), "", 1280, 500);
        browser.click("#canvas").press(".").settle();
        assertThat((Boolean) browser.js("document.querySelector('#sight').offsetHeight > 0"
                        + " && document.querySelector('#sight').getBoundingClientRect().bottom <="
                        + " document.querySelector('#drawer').getBoundingClientRect().top"
                        + " && document.querySelector('#sight').getBoundingClientRect().top >= 0"))
                .isTrue();
    }

    @Test
    void colourByOutcomeIsAChoice() {
        new Select(browser.find("#colour")).selectByValue("outcome");
        assertThat(browser.find("#colour").getDomProperty("value")).isEqualTo("outcome");
    }
}
