package io.bootledger.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.InflaterInputStream;
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
    private static long booked() throws IOException {
        String page = Files.readString(FOLDER.resolve("index.html"));
        int from = page.indexOf('>', page.indexOf("<script id=\"data\"")) + 1;
        byte[] packed = Base64.getDecoder().decode(page.substring(from, page.indexOf('<', from)));
        JsonNode table = JsonMapper.shared()
                .readTree(new InflaterInputStream(new ByteArrayInputStream(packed)))
                .at("/boots/0/accounts");
        int us = table.get("columns")
                .valueStream()
                .map(JsonNode::asString)
                .toList()
                .indexOf("us");
        return table.get("rows")
                .valueStream()
                .mapToLong(row -> row.get(us).longValue())
                .sum();
    }
}
