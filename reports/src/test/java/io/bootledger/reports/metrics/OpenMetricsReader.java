package io.bootledger.reports.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads OpenMetrics text as strictly as its specification (version 1.0.0, "Text format") wants of gauges, state sets and info: metadata first and
 * once, families in one piece, the unit in the name, no label twice, no sample twice, the end marked.
 */
public final class OpenMetricsReader {
    private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
    private static final Pattern METADATA = Pattern.compile("# (TYPE|UNIT|HELP) (" + NAME + ") (.*)");
    private static final String LABEL = "([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\n]|\\\\[\\\\n\"])*)\"";
    private static final Pattern SAMPLE =
            Pattern.compile("(" + NAME + ")(\\{(?:" + LABEL + "(?:," + LABEL + ")*)?})? ([-+]?\\d+(?:\\.\\d+)?)");

    private final Map<String, String> types = new HashMap<>();
    private final Set<String> told = new HashSet<>();
    private final List<String> families = new ArrayList<>();
    private final Map<String, String> samples = new LinkedHashMap<>();

    /** Values by name and labels. */
    public static Map<String, String> samples(String text) {
        assertThat(text).endsWith("\n# EOF\n").doesNotContain("\r").doesNotContain("\n\n");
        OpenMetricsReader metrics = new OpenMetricsReader();
        text.substring(0, text.length() - "# EOF\n".length()).lines().forEach(metrics::line);
        return metrics.samples;
    }

    private void line(String line) {
        Matcher metadata = METADATA.matcher(line);
        if (metadata.matches()) {
            metadata(metadata.group(1), metadata.group(2), metadata.group(3));
            return;
        }
        Matcher sample = SAMPLE.matcher(line);
        assertThat(sample.matches()).as(line).isTrue();
        boolean info = sample.group(1).endsWith("_info");
        String family =
                info ? sample.group(1).substring(0, sample.group(1).length() - "_info".length()) : sample.group(1);
        family(family);
        String type = types.get(family);
        assertThat(type).as("the type of %s", family).isIn(info ? List.of("info") : List.of("gauge", "stateset"));
        if (type.equals("stateset")) {
            assertThat(sample.group(7)).isIn("0", "1");
            assertThat(sample.group(2)).contains(family + "=\"");
        }
        labels(sample.group(2));
        assertThat(samples.put(line.substring(0, line.lastIndexOf(' ')), sample.group(7)))
                .as("twice: %s", line)
                .isNull();
    }

    private void metadata(String keyword, String family, String value) {
        family(family);
        assertThat(told.add(keyword + " " + family)).as("%s twice", keyword).isTrue();
        assertThat(samples.keySet())
                .as("metadata first")
                .noneMatch(name -> name.matches(Pattern.quote(family) + "(\\{.*)?"));
        if (keyword.equals("UNIT")) {
            assertThat(family).endsWith("_" + value);
        } else if (keyword.equals("TYPE")) {
            types.put(family, value);
        }
    }

    private void family(String name) {
        if (families.isEmpty() || !families.get(families.size() - 1).equals(name)) {
            assertThat(families).as("in one piece").doesNotContain(name);
            families.add(name);
        }
    }

    private static void labels(String labels) {
        Set<String> names = new HashSet<>();
        Matcher label = Pattern.compile(LABEL).matcher(labels == null ? "" : labels);
        while (label.find()) {
            assertThat(names.add(label.group(1))).as("label twice: %s", labels).isTrue();
        }
    }
}
