package io.bootledger.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who lets the system choose all colours still tells levels and outcomes apart. */
class ForcedColoursTest {
    private final Browser browser = Browser.get();

    @BeforeEach
    void open() {
        browser.open(Pages.sample("arm64-6.1-cloud").resolve("index.html"));
    }

    private void force(String scheme) {
        browser.media("", Map.of("forced-colors", "active", "prefers-color-scheme", scheme))
                .rest();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void swatchesKeepTheirColours(String scheme) {
        List<?> before = swatches();
        force(scheme);
        assertThat(browser.js("matchMedia('(forced-colors: active)').matches")).isEqualTo(true);
        assertThat(swatches()).isEqualTo(before).doesNotHaveDuplicates().hasSizeGreaterThan(8);
    }

    private List<?> swatches() {
        return (List<?>) browser.js(
                "[...document.querySelectorAll('#level-chips i')].map(each => getComputedStyle(each).backgroundColor)");
    }

    /** Words and bars of the timeline against the paper that the system gives it. */
    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void theTimelineCanBeRead(String scheme) {
        force(scheme);
        assertThat(
                        (Double)
                                browser.js(
                                        "(() => { const paper = getComputedStyle(document.querySelector('#timeline'))"
                                                + ".backgroundColor.match(/\\d+/g).slice(0, 3).map(Number);"
                                                + " const text = document.querySelector('#canvas').getContext('2d').getImageData(0, 24, 118, 60).data;"
                                                + " const luminance = rgb => rgb.map(each => each / 255).map(each => each <= 0.04045 ? each / 12.92"
                                                + " : ((each + 0.055) / 1.055) ** 2.4).reduce((sum, each, i) => sum + each * [0.2126, 0.7152, 0.0722][i], 0);"
                                                + " let most = 1.01; for (let i = 0; i < text.length; i += 4) { if (text[i + 3] < 200) continue;"
                                                + " const [a, b] = [luminance([...text.slice(i, i + 3)]), luminance(paper)];"
                                                + " most = Math.max(most, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)); } return most; })()"))
                .isGreaterThan(4.5);
    }
}
