package io.bootledger.reports.metrics;

import io.bootledger.reports.DurationText;
import io.bootledger.reports.Printable;
import java.util.ArrayList;
import java.util.List;

/** OpenMetrics text being put together: families of metrics in the order in which they were begun, the samples of each in one place. */
public final class OpenMetrics {
    private final List<Family> families = new ArrayList<>();

    /** Metrics of one name. A family without samples is left out. */
    public static final class Family {
        private final String head;
        private final String name;
        private final StringBuilder samples = new StringBuilder();

        private Family(String head, String name) {
            this.head = head;
            this.name = name;
        }

        /** @param labels names and values in turn; any text is a value */
        public void number(long value, String... labels) {
            sample(Long.toString(value), labels);
        }

        /** A duration, written in seconds, to the microsecond. */
        public void micros(long us, String... labels) {
            sample(DurationText.exactSeconds(us), labels);
        }

        /** A duration, written in seconds, rounded to the millisecond. */
        public void millis(long us, String... labels) {
            sample(DurationText.exactMillis(Math.floorDiv(us + 500, 1_000)), labels);
        }

        private void sample(String value, String... labels) {
            samples.append(name);
            for (int i = 0; i < labels.length; i += 2) {
                samples.append(i == 0 ? '{' : ',')
                        .append(labels[i])
                        .append("=\"")
                        .append(escaped(labels[i + 1]))
                        .append('"');
            }
            samples.append(labels.length == 0 ? " " : "} ").append(value).append('\n');
        }

        private static String escaped(String value) {
            return Printable.of(value).replace("\\", "\\\\").replace("\"", "\\\"");
        }
    }

    /** Begins a family of numbers without a unit. */
    public Family gauge(String name, String help) {
        return family(head(name, "gauge", help), name);
    }

    /** Begins a family of durations; its name ends in {@code _seconds}. */
    public Family seconds(String name, String help) {
        return family(head(name, "gauge", help) + "# UNIT " + name + " seconds\n", name);
    }

    /** Begins a family of states, of which one is 1; the label that tells them has the name of the family. */
    public Family stateset(String name, String help) {
        return family(head(name, "stateset", help), name);
    }

    /** Begins a family of facts, which are in the labels; the name gets {@code _info} behind. */
    public Family info(String name, String help) {
        return family(head(name, "info", help), name + "_info");
    }

    private static String head(String name, String type, String help) {
        return "# TYPE " + name + " " + type + "\n# HELP " + name + " " + help + "\n";
    }

    private Family family(String head, String name) {
        Family family = new Family(head, name);
        families.add(family);
        return family;
    }

    /** The whole text, in UTF-8. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Family family : families) {
            if (family.samples.length() > 0) {
                text.append(family.head).append(family.samples);
            }
        }
        return text.append("# EOF\n").toString();
    }
}
