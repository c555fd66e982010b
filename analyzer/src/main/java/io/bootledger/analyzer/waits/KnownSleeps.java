package io.bootledger.analyzer.waits;

import io.bootledger.traces.event.Sleep;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a sleep is for, by where the task slept and by who woke it: {@code sleeps.tsv}, a row for each function or task that tells. The
 * first row that fits decides, so that what says more stands before what says less.
 */
final class KnownSleeps {
    private static final KnownSleeps SHIPPED = new KnownSleeps();

    private final List<Row> rows;

    /** What a row looks at. */
    private enum Place {
        /** The name of the task that woke it. */
        WAKER,
        /** The work item in which that did so. */
        WORK,
        /** A function that the sleeper was in. */
        STACK,
        /** An interrupt. */
        INTERRUPT;

        boolean shows(Sleep sleep, String beginning) {
            return switch (this) {
                case WAKER -> begins(sleep.waker(), beginning);
                case WORK -> begins(sleep.work(), beginning);
                case STACK -> sleep.stack().stream().anyMatch(function -> begins(function, beginning));
                case INTERRUPT -> sleep.interrupt();
            };
        }

        private static boolean begins(@Nullable String text, String beginning) {
            return text != null && text.startsWith(beginning);
        }
    }

    private record Row(Predicate<Sleep> fits, WaitedFor what) {}

    private KnownSleeps() {
        try (InputStream table = KnownSleeps.class.getResourceAsStream("sleeps.tsv")) {
            rows = new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(KnownSleeps::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        String[] cells = line.split("\t", -1);
        Place place = Place.valueOf(cells[0].toUpperCase(Locale.ROOT));
        WaitedFor what = WaitedFor.valueOf(cells[2].toUpperCase(Locale.ROOT));
        return new Row(sleep -> place.shows(sleep, cells[1]), what);
    }

    static KnownSleeps shipped() {
        return SHIPPED;
    }

    WaitedFor what(Sleep sleep) {
        return rows.stream()
                .filter(row -> row.fits().test(sleep))
                .map(Row::what)
                .findFirst()
                .orElse(WaitedFor.OTHER);
    }
}
