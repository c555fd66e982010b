package io.bootledger.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** For those who see little, no colours, or nothing; and on paper. */
class AccessTest {
    private static final String AXE = script();

    private final Browser browser = Browser.get();

    static Stream<Arguments> pages() {
        return Stream.of(
                        "arm64-6.1-cloud",
                        "panic-initcall",
                        "no-initcall-debug",
                        "comparison",
                        "gate",
                        "history",
                        "several",
                        "population")
                .flatMap(page -> Stream.of(Arguments.of(page, "light"), Arguments.of(page, "dark")));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void axeFindsNothing(String name, String scheme) {
        browser.open(page(name))
                .media("", Map.of("prefers-color-scheme", scheme))
                .settle();
        assertThat(violations()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void axeFindsNothingWithAllOpen(String name, String scheme) {
        browser.open(page(name)).media("", Map.of("prefers-color-scheme", scheme));
        browser.js(
                "document.querySelectorAll('.tools details:not(:has([hidden]))').forEach(each => { each.open = true; })");
        browser.js("document.querySelectorAll('#strip input').forEach(each => each.click())");
        browser.js("document.querySelector('#replay-button')?.click()");
        browser.js("document.querySelector('#table tbody tr, #builds tbody tr')?.click()");
        assertThat(violations()).isEmpty();
    }

    /** What <a href="https://github.com/dequelabs/axe-core">axe</a> finds, with where. */
    @SuppressWarnings("unchecked")
    private List<String> violations() {
        browser.driver().executeScript(AXE);
        return (List<String>)
                browser.driver()
                        .executeAsyncScript(
                                "const done = arguments[0]; axe.run().then(({ violations }) => done(violations.map(each =>"
                                        + " each.id + ': ' + each.help + ' '"
                                        + " + each.nodes.slice(0, 3).map(node => node.html + ' ' + node.failureSummary).join(' '))));");
    }

    private static String script() {
        try (InputStream in = AccessTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void onPaperNothingIsCutOffAtTheSide(String name, String scheme) {
        browser.open(page(name), "", 718, 1_000)
                .media("print", Map.of("prefers-color-scheme", scheme))
                .settle();
        assertThat((Long) browser.js("document.documentElement.scrollWidth")).isLessThanOrEqualTo(718);
        assertThat(browser.js("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(255, 255, 255)");
    }

    private static Path page(String name) {
        if (name.equals("population")) {
            return Pages.population();
        }
        if (name.equals("history")) {
            return Pages.history();
        }
        Path folder = switch (name) {
            case "comparison" -> Pages.comparison();
            case "gate" -> Pages.gate();
            case "several" -> Pages.several();
            default -> Pages.sample(name);
        };
        return folder.resolve("index.html");
    }
}
