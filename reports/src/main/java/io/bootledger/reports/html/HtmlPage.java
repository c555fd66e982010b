package io.bootledger.reports.html;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The page around the data: markup, styles and scripts, and the policy that lets nothing else run.
 *
 * @param script made by the build of the modules in {@code src/main/javascript}
 */
record HtmlPage(String markup, List<String> styles, String script) {
    static final HtmlPage BOOTS =
            new HtmlPage("page.html", List.of("page", "summary", "advice", "timeline", "ledger", "tables"), "boots.js");

    static final HtmlPage COMPARISON = new HtmlPage(
            "comparison/page.html",
            List.of("page", "summary", "timeline", "tables", "comparison/comparison"),
            "comparison.js");

    static final HtmlPage HISTORY = new HtmlPage(
            "history/page.html", List.of("page", "summary", "timeline", "tables", "history/history"), "history.js");

    static final HtmlPage POPULATION =
            new HtmlPage("population/page.html", List.of("page", "summary", "timeline", "tables"), "population.js");

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z0-9-]+)}}");

    /**
     * @param title as text
     * @param data JSON in ASCII
     */
    String of(String title, String data) {
        String style = styles.stream().map(name -> Resource.own(name + ".css")).collect(Collectors.joining("\n"));
        String code = Resource.own(script);
        Map<String, String> parts = Map.of(
                "policy",
                policy(style, code),
                "title",
                escaped(title),
                "style",
                style,
                "several",
                Resource.own("several.html"),
                "data",
                PageJson.packed(data),
                "licences",
                escaped(Resource.own("LICENSES")),
                "script",
                code);
        return filled(Resource.own("head.html") + Resource.own(markup), parts);
    }

    /** The parts are put in as they are: a pattern's replacement would be looked at character by character. */
    private static String filled(String markup, Map<String, String> parts) {
        StringBuilder page = new StringBuilder();
        Matcher place = PLACE.matcher(markup);
        int from = 0;
        while (place.find()) {
            page.append(markup, from, place.start()).append(parts.get(place.group(1)));
            from = place.end();
        }
        return page.append(markup, from, markup.length()).toString();
    }

    private static String policy(String style, String code) {
        return "default-src 'none'; script-src " + hash(code) + "; style-src " + hash(style)
                + "; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\n]]", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
