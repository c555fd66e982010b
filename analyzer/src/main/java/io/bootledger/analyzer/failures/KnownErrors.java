package io.bootledger.analyzer.failures;

import io.bootledger.analyzer.failures.Failure.Severity;
import io.bootledger.analyzer.knowledge.ResourceTable;
import io.bootledger.analyzer.reading.CommandLine;
import io.bootledger.analyzer.timeline.Initcall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an error of certain functions means, by their source: mostly that nobody asked for what they do, or that somebody did and did
 * not get it. The columns of {@code known-errors.tsv} are told in its first lines.
 */
final class KnownErrors {
    private static final int COLUMNS = 7;
    private static final String ANY = "*";

    /**
     * @param word of the command line that asks for it; empty where the firmware or the machine does
     * @param asksNothing values of it that ask for nothing
     * @param meaning where nobody asks; empty where that is whatever the error says
     * @param missing what a boot that asked goes without; empty for what the function does
     */
    private record Row(String error, String word, Set<String> asksNothing, String meaning, String missing) {
        boolean fits(Initcall call) {
            return error.equals(ANY) ? call.module() == null : error.equals(call.errno());
        }
    }

    private static final Map<String, List<Row>> ROWS = read();

    private KnownErrors() {}

    /** Null where nothing is known of a call's error. */
    static @Nullable ErrorMeaning verdict(Initcall failed, CommandLine words) {
        return ROWS.getOrDefault(failed.function(), List.of()).stream()
                .filter(row -> row.fits(failed))
                .map(row -> verdict(row, words))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable ErrorMeaning verdict(Row row, CommandLine words) {
        String asked = row.word().isEmpty() ? null : words.value(row.word());
        if (asked != null && !row.asksNothing().contains(asked)) {
            return new ErrorMeaning(Severity.REAL, notGot(row, asked));
        }
        if (row.meaning().isEmpty()) {
            return null;
        }
        if (row.word().isEmpty()) {
            return new ErrorMeaning(Severity.ABSENT, row.meaning());
        }
        return words.words().isEmpty()
                ? new ErrorMeaning(
                        Severity.SUSPICIOUS,
                        row.meaning() + ", unless " + row.word()
                                + "= is on the command line, which this log does not hold")
                : new ErrorMeaning(Severity.ABSENT, row.meaning() + ": there is no " + row.word() + "=");
    }

    private static String notGot(Row row, String asked) {
        String words = row.word() + "=" + asked;
        return row.missing().isEmpty()
                ? "the command line asks for it with " + words + ", and it is not there"
                : words + " asks for " + row.missing() + ", and the boot did not get it";
    }

    private static Map<String, List<Row>> read() {
        Map<String, List<Row>> rows = new HashMap<>();
        for (String[] row : ResourceTable.of(KnownErrors.class, "known-errors.tsv", COLUMNS)) {
            Set<String> asksNothing = row[1].equals(ANY) ? new HashSet<>(List.of(row[3].split(" "))) : Set.of();
            if (row[1].equals(ANY)) {
                asksNothing.add("");
            }
            rows.computeIfAbsent(row[0], function -> new ArrayList<>())
                    .add(new Row(row[1], row[2], asksNothing, row[4], row[5]));
        }
        return rows;
    }
}
