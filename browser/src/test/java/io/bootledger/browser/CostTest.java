package io.bootledger.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page costs: its size is held, its processor time is told. */
class CostTest {
    private static final int FRAMES = 20;

    @Test
    void aPageOfALargeKernelIsSmall() throws IOException {
        assertThat(Files.size(Pages.calls(1_566).resolve("index.html"))).isLessThan(450_000);
    }

    /** In milliseconds of the main thread: to load, a frame of zooming, three letters of a search. */
    @ParameterizedTest
    @ValueSource(ints = {1_566, 10_842})
    @EnabledIfSystemProperty(named = "costs", matches = "true")
    void processorTimeIsTold(int calls) {
        Browser browser = Browser.get();
        Path page = Pages.calls(calls).resolve("index.html");
        browser.driver().executeCdpCommand("Performance.enable", Map.of("timeDomain", "threadTicks"));
        browser.open(page).rest();
        double loaded = seconds(browser);
        for (int i = 0; i < FRAMES; i++) {
            browser.press(i % 2 == 0 ? "w" : "s");
        }
        double zoomed = seconds(browser);
        browser.press("/").press("c").press("a").press("l").rest();
        System.out.printf(
                "%d initcalls: load %.0f ms, a frame %.1f ms, three letters %.0f ms%n",
                calls, loaded * 1_000, (zoomed - loaded) * 1_000 / FRAMES, (seconds(browser) - zoomed) * 1_000);
    }

    /** Since the page began to load. */
    private static double seconds(Browser browser) {
        Object metrics = browser.driver()
                .executeCdpCommand("Performance.getMetrics", Map.of())
                .get("metrics");
        return ((List<?>) metrics)
                .stream()
                        .map(each -> (Map<?, ?>) each)
                        .filter(each -> "TaskDuration".equals(each.get("name")))
                        .mapToDouble(each -> ((Number) each.get("value")).doubleValue())
                        .findFirst()
                        .orElseThrow();
    }
}
