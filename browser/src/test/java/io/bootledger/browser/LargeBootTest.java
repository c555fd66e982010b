package io.bootledger.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Of more rows than stand in a page, the figures are those of all. */
class LargeBootTest {
    private static final Path FOLDER = Pages.calls(10_842);

    private final Browser browser = Browser.get();

    @Test
    void theFiguresAreThoseOfAnalysisJson() throws IOException {
        JsonNode boot = JsonMapper.shared()
                .readTree(Files.readString(FOLDER.resolve("analysis.json")))
                .at("/boots/0");
        assertThat(boot.at("/initcalls")).hasSize(10_842);
        browser.open(FOLDER.resolve("index.html"));
        assertThat(browser.text("#sentence")).contains("in 10842 initcalls");
        assertThat(browser.text("#bill tbody tr:first-child .item")).startsWith("call10841_init");
        long total = boot.at("/ledger/total_us").longValue();
        assertThat(total).isPositive();
        assertThat(browser.text("#books").replace("\u202f", "")).startsWith(total + " µs from the first record");
        assertThat(booked()).isEqualTo(total);
    }

    @Test
    void theShortestAreLeftOutAndThatIsSaid() {
        browser.open(FOLDER.resolve("index.html")).click("#tab-initcalls");
        assertThat(browser.text("#table caption")).contains("842 more are not in this page");
        browser.search("call10841_init");
        assertThat(browser.texts("#table tbody tr")).hasSize(1);
    }

    /** What the accounts of the page add up to. */
    private long booked() {
        return (Long) browser.js("(() => { const table = JSON.parse(document.querySelector('#data').textContent)"
                + ".boots[0].accounts; const us = table.columns.indexOf('us');"
                + " return table.rows.reduce((sum, row) => sum + row[us], 0); })()");
    }
}
