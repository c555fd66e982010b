package io.bootledger.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Several boots in one page: beside each other, and what to do with two of them. */
class SeveralBootsTest {
    private static final Path PAGE = Pages.several().resolve("index.html");

    private final Browser browser = Browser.get();

    @BeforeEach
    void open() {
        browser.open(PAGE);
    }

    @Test
    void eachBootHasABarThatEndsWhereInitBegins() {
        assertThat(browser.texts("#strip tbody td:nth-child(3)"))
                .containsExactly("several1.log", "several2.log", "several3.log", "several4.log");
        assertThat(browser.texts("#strip tbody td:nth-child(4)")).last().isEqualTo("✕ no sign of init");
        assertThat(browser.text("#strip-words")).startsWith("until init ").endsWith("; 1 boot without init");
        assertThat(browser.js("[...document.querySelectorAll('#strip tbody svg')].slice(0, 3).every(svg =>"
                        + " Math.abs(Math.max(...[...svg.querySelectorAll('rect')].map(each =>"
                        + " each.getBoundingClientRect().right)) - svg.getBoundingClientRect().right) < 2)"))
                .isEqualTo(true);
        assertThat((Long) browser.js("document.querySelectorAll('#strip-totals i').length"))
                .isEqualTo(4);
        browser.click("#strip-order");
        assertThat(browser.texts("#strip tbody td:nth-child(3)")).first().isEqualTo("several2.log");
    }

    @Test
    void twoBootsLeadToTheCommandThatComparesThem() {
        browser.click("#strip tbody tr:nth-child(1) input");
        assertThat(browser.text("#pair")).contains("tick another boot");
        browser.click("#strip tbody tr:nth-child(2) input");
        assertThat(browser.text("#pair")).containsPattern("→ .* \\(\\+\\d+(\\.\\d+)? ms\\)");
        String command = browser.text("#pair code");
        assertThat(command)
                .isEqualTo("bootledger compare 1-several1.log/events.jsonl.gz 2-several2.log/events.jsonl.gz"
                        + " --out comparison");
        String[] words = command.split(" ");
        assertThat(new String(Pages.output("compare", beside(words[2]), beside(words[3])), StandardCharsets.UTF_8))
                .contains("virtio_blk_init");
        assertThat(browser.hash()).isEqualTo("#pair=1,2");
        String link = browser.find("#pair a").getDomAttribute("href");
        assertThat(Files.exists(Path.of(beside(link)))).isTrue();
        browser.open(PAGE, "#pair=1,2", 1280, 720);
        assertThat(browser.text("#pair code")).isEqualTo(command);
    }

    @Test
    void aBootThatDiedHasNoTotalToCompare() {
        browser.click("#strip tbody tr:nth-child(1) input").click("#strip tbody tr:nth-child(4) input");
        assertThat(browser.text("#pair")).contains("have no totals to compare");
    }

    @Test
    void theKeyboardPicksTheLastTwo() {
        browser.js("document.querySelector('#strip tbody input').focus()");
        browser.press(Keys.SPACE).press(Keys.TAB, Keys.TAB, Keys.SPACE).press(Keys.TAB, Keys.TAB, Keys.SPACE);
        assertThat(browser.hash()).isEqualTo("#pair=2,3");
    }

    @Test
    void aBootIsOpenedByItsName() {
        browser.click("#strip tbody tr:nth-child(4) button");
        assertThat(browser.text("#sentence")).contains("virtio_blk_init");
        assertThat(browser.hash()).contains("boot=4");
        assertThat(browser.find("#boots").getDomProperty("value")).isEqualTo("3");
    }

    @Test
    void aPhoneNeedsNoScrollingToTheSide() {
        browser.open(PAGE, "#pair=1,2", 390, 844);
        assertThat(browser.js("document.documentElement.scrollWidth")).isEqualTo(390L);
    }

    @Test
    void bootsOfMinutesAreDrawnToScaleAndEndWithoutInit() {
        browser.open(Pages.hanging(60, 300).resolve("index.html"));
        assertThat(
                        browser.js(
                                "(() => { const [short, long] = [...document.querySelectorAll('#strip tbody svg')].map(svg =>"
                                        + " svg.querySelector('rect').getBoundingClientRect().width); return Math.round(100 * short / long); })()"))
                .isEqualTo(20L);
        assertThat(browser.texts("#strip th.bars i")).first().isEqualTo("end");
    }

    @Test
    void bootsOfAStoreStandBesideEachOtherToo() {
        browser.open(Pages.population());
        assertThat(browser.text("#what")).isEqualTo("48 boots");
        assertThat(browser.texts("#strip tbody td:nth-child(2)"))
                .hasSize(8)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("(?s).*[0-9a-f]{12}"));
        browser.click("#strip-more");
        assertThat(browser.texts("#strip tbody tr")).hasSize(48);
        browser.click("#strip tbody tr:nth-child(1) input").click("#strip tbody tr:nth-child(48) input");
        assertThat(browser.text("#pair"))
                .containsPattern("bootledger compare [0-9a-f]{12} [0-9a-f]{12} --store board")
                .containsPattern("bootledger show [0-9a-f]{12} --store board");
        assertThat(browser.hash()).isEqualTo("#pair=1,48");
        browser.driver().navigate().back();
        browser.settle();
        assertThat(browser.text("#pair")).contains("tick another boot");
        browser.open(Pages.population(), "#pair=1,48", 390, 844);
        assertThat(browser.js("document.documentElement.scrollWidth")).isEqualTo(390L);
    }

    @Test
    void oneBootAloneHasNoStrip() {
        browser.open(Pages.hanging().resolve("index.html"));
        assertThat(browser.shows("#several")).isFalse();
    }

    private static String beside(String name) {
        return PAGE.resolveSibling(name).toString();
    }
}
