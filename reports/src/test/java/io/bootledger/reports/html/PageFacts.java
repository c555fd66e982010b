package io.bootledger.reports.html;

import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.zip.InflaterInputStream;
import org.jsoup.Jsoup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a page was given to show. */
public final class PageFacts {
    public static JsonNode of(String page) {
        byte[] packed = Base64.getDecoder()
                .decode(Jsoup.parse(page).getElementById("data").data());
        return JsonMapper.shared().readTree(new InflaterInputStream(new ByteArrayInputStream(packed)));
    }

    private PageFacts() {}
}
