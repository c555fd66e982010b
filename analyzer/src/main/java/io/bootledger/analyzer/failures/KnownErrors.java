package io.bootledger.analyzer.failures;

import io.bootledger.analyzer.failures.Failure.Severity;
import io.bootledger.analyzer.knowledge.Rows;
import io.bootledger.analyzer.reading.CommandLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an error of certain functions means, by their source: mostly that nobody asked for what they do. The table
 * {@code known-errors.tsv} has for each the function, the error, the word of the command line that asks for it (none where the
 * firmware or the machine does), what it means, and where that is seen.
 */
final class KnownErrors {
    private static final int COLUMNS = 5;

    private record Row(String word, String meaning) {}

    private static final Map<String, Row> ROWS = read();

    private KnownErrors() {}

    /** Null where nothing is known of a function's error. */
    static @Nullable Verdict verdict(String function, @Nullable String errno, CommandLine words) {
        Row row = errno == null ? null : ROWS.get(function + " " + errno);
        if (row == null) {
            return null;
        }
        if (row.word().isEmpty()) {
            return new Verdict(Severity.ABSENT, row.meaning());
        }
        if (words.words().isEmpty()) {
            return new Verdict(
                    Severity.SUSPICIOUS,
                    row.meaning() + ", unless " + row.word()
                            + "= is on the command line, which this log does not hold");
        }
        String asked = words.value(row.word());
        return asked == null
                ? new Verdict(Severity.ABSENT, row.meaning() + ": there is no " + row.word() + "=")
                : new Verdict(
                        Severity.REAL,
                        "the command line asks for it with " + row.word() + "=" + asked + ", and it is not there");
    }

    private static Map<String, Row> read() {
        Map<String, Row> rows = new HashMap<>();
        List<String[]> table = Rows.of(KnownErrors.class, "known-errors.tsv", COLUMNS);
        table.forEach(row -> rows.put(row[0] + " " + row[1], new Row(row[2], row[3])));
        return rows;
    }
}
