package io.bootledger.analyzer.failures;

import io.bootledger.analyzer.failures.Failure.Nearby;
import io.bootledger.analyzer.projection.Later;
import io.bootledger.traces.event.RecordedEvent;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Picks the error lines to show beside a failure: those that name it first, then those inside its span, then the closest, at most
 * three, in order, and none that another task printed. Picked
 * when someone looks: of thousands of boots in one log most failures are only counted.
 */
final class NearbyLines {
    private static final int SHOWN = 3;
    /** Lines outside the span that are still near. */
    private static final int REACH = 20;
    /** {@code drivers/base/firmware_loader/main.c}, {@code fw_get_filesystem_firmware}. */
    private static final Pattern FIRMWARE = Pattern.compile("Direct firmware load for (\\S+) failed with error");

    private final Faults faults;

    NearbyLines(Faults faults) {
        this.faults = faults;
    }

    /** Beside a failure that ends at the last line of its span. */
    List<Nearby> within(long firstLine, long lastLine, FailureSubject subject) {
        List<RecordedEvent> around = faults.around().get(lastLine);
        return around == null ? List.of() : Later.list(() -> closest(around, firstLine, lastLine, lastLine, subject));
    }

    /** The firmware file that a failed device asked for and did not get; null where no line near it says so. */
    @Nullable
    String missingFirmware(long line, FailureSubject subject) {
        return faults.around().getOrDefault(line, List.of()).stream()
                .filter(message -> message.origin().line() <= line && distance(message, line, line) <= REACH)
                .map(ErrorLine::text)
                .filter(text -> subject.isNamedIn(text))
                .map(FIRMWARE::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .reduce((one, later) -> later)
                .orElse(null);
    }

    /** Beside a call that never returned: its span is the rest of the log. */
    List<Nearby> since(long line) {
        return Later.list(() -> closest(faults.latest(), line, Long.MAX_VALUE, 0, FailureSubject.UNKNOWN));
    }

    private static List<Nearby> closest(
            List<RecordedEvent> messages, long firstLine, long lastLine, long ownLine, FailureSubject subject) {
        return messages.stream()
                .filter(message -> distance(message, firstLine, lastLine) <= REACH)
                .filter(message -> message.origin().line() != ownLine && ErrorLine.is(message))
                .filter(message -> !subject.isOfAnother(message))
                .sorted(Comparator.comparing((RecordedEvent message) -> !subject.isNamedIn(ErrorLine.text(message)))
                        .thenComparingLong(message -> distance(message, firstLine, lastLine)))
                .limit(SHOWN)
                .map(ErrorLine::shown)
                .sorted(Comparator.comparingLong(Nearby::line))
                .toList();
    }

    private static long distance(RecordedEvent message, long firstLine, long lastLine) {
        long line = message.origin().line();
        return Math.max(0, Math.max(firstLine - line, line - lastLine));
    }
}
