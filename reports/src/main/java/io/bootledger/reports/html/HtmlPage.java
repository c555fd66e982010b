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
 * @param scripts in the order in which they need each other
 */
record HtmlPage(String markup, List<String> styles, List<String> scripts) {
    static final String D3_VERSION = "7.9.0";

    static final HtmlPage BOOTS = new HtmlPage(
            "page.html",
            List.of("page", "summary", "advice", "timeline", "ledger", "tables"),
            List.of(
                    "format",
                    "dom",
                    "colours",
                    "state",
                    "spans",
                    "boot",
                    "facts",
                    "milestones",
                    "layout",
                    "selection",
                    "drawing",
                    "tooltip",
                    "ledger",
                    "icicle",
                    "overview",
                    "timeline",
                    "columns",
                    "tables",
                    "logpane",
                    "summary",
                    "advice",
                    "controls",
                    "keys",
                    "address",
                    "main"));

    static final HtmlPage COMPARISON = new HtmlPage(
            "comparison/page.html",
            List.of("page", "summary", "timeline", "tables", "comparison/comparison"),
            List.of(
                    "format",
                    "dom",
                    "colours",
                    "tooltip",
                    "comparison/facts",
                    "comparison/verdict",
                    "comparison/lead",
                    "comparison/sides",
                    "comparison/initcalls",
                    "comparison/filters",
                    "comparison/waterfall",
                    "comparison/changes",
                    "comparison/main"));

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z0-9-]+)}}");

    /**
     * @param title as text
     * @param data JSON that holds no {@code <}
     */
    String of(String title, String data) {
        String style = joined(styles, ".css");
        String d3 = Resource.d3("dist/d3.min.js");
        String script = "'use strict';\n(() => {\n" + joined(scripts, ".js") + "})();\n";
        Map<String, String> parts = Map.of(
                "policy", policy(style, d3, script),
                "title", escaped(title),
                "style", style,
                "data", data,
                "d3", d3,
                "d3-version", D3_VERSION,
                "d3-licence", escaped(Resource.d3("LICENSE")),
                "script", script);
        return filled(Resource.own(markup), parts);
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

    private static String joined(List<String> names, String suffix) {
        return names.stream().map(name -> Resource.own(name + suffix)).collect(Collectors.joining("\n"));
    }

    private static String policy(String style, String... scripts) {
        String hashes = List.of(scripts).stream().map(HtmlPage::hash).collect(Collectors.joining(" "));
        return "default-src 'none'; script-src " + hashes + "; style-src " + hash(style)
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
