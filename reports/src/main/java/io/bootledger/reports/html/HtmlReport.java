package io.bootledger.reports.html;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.excerpt.LogExcerpt;
import io.bootledger.reports.LogName;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code index.html}: one file that shows boots without a network. Boots are added one after another and kept in the form in
 * which they will stand in the page, as many as fit; the page says how many did not. The same boots give the same bytes.
 */
public final class HtmlReport {
    /** A page with more text than this is slow to open. */
    private static final int MOST_CHARACTERS = 8_000_000;
    /** Of more boots than this nobody looks at each. */
    private static final int MOST_ROWS = 1_000;

    private final List<String> boots = new ArrayList<>();
    private final List<String> strip = new ArrayList<>();
    private String title = "Bootledger";
    private long characters;
    private int leftOut;
    private boolean full;

    /**
     * Adds a boot.
     *
     * @param excerpt the log lines its rows open; {@link LogExcerpt#EMPTY} where they were not kept
     */
    public void add(BootAnalysis boot, LogExcerpt excerpt) {
        add(boot, excerpt, "");
    }

    /**
     * Adds one of several boots, each of which has a report of its own.
     *
     * @param folder of that report, beside this page
     */
    public void add(BootAnalysis boot, LogExcerpt excerpt, String folder) {
        if (strip.size() < MOST_ROWS) {
            strip.add(PageJson.of(StripRow.of(boot, folder)));
        }
        String data = full ? "" : PageJson.of(BootData.of(boot, excerpt));
        full |= !boots.isEmpty() && characters + data.length() > MOST_CHARACTERS;
        if (full) {
            leftOut++;
            return;
        }
        if (boots.isEmpty()) {
            title = LogName.of(boot.source()) + " - Bootledger";
        }
        boots.add(data);
        characters += data.length();
    }

    /** Whether further boots will only be counted, so that nobody needs to keep lines for them. */
    public boolean isFull() {
        return full;
    }

    /** Writes the page as UTF-8; does not close the stream. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(HtmlPage.BOOTS.of(title, data()).getBytes(StandardCharsets.UTF_8));
    }

    private String data() {
        return "{\"palette\":" + PageJson.palette() + ",\"bootsLeftOut\":" + leftOut + ",\"strip\":["
                + (strip.size() > 1 ? String.join(",", strip) : "") + "],\"boots\":[" + String.join(",", boots) + "]}";
    }
}
