package io.bootledger.analyzer.failures;

import io.bootledger.analyzer.failures.Failure.Nearby;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The last messages of a boot, and the error lines around its first failures: bounded, however long the log. */
final class RecentMessages {
    private static final int KEPT = 64;
    private static final int AFTER = 16;
    private static final int ENOUGH = 3;
    private static final int MOST_FAILURES = 200;

    private static final class Vicinity {
        final List<Message> errors;
        int enough;
        int awaited = AFTER;

        Vicinity(List<Message> before) {
            this.errors = before;
            this.enough = before.size() + ENOUGH;
        }
    }

    private final Message[] ring = new Message[KEPT];
    private final Map<Long, Vicinity> vicinities = new LinkedHashMap<>();
    private final List<Vicinity> open = new ArrayList<>();
    private long seen;

    void see(Message message) {
        ring[(int) (seen++ % KEPT)] = message;
        if (!open.isEmpty()) {
            open.removeIf(vicinity -> followed(vicinity, message));
        }
    }

    private static boolean followed(Vicinity vicinity, Message message) {
        if (message.isError()) {
            vicinity.errors.add(message);
        }
        return --vicinity.awaited == 0 || vicinity.errors.size() >= vicinity.enough;
    }

    /** Something failed at that line: keeps the error lines before it, and waits for those after it. */
    void failedAt(long line) {
        if (vicinities.size() < MOST_FAILURES && !vicinities.containsKey(line)) {
            Vicinity vicinity = new Vicinity(latestErrors(line));
            vicinities.put(line, vicinity);
            open.add(vicinity);
        }
    }

    private List<Message> latestErrors(long butLine) {
        List<Message> errors = new ArrayList<>();
        for (long i = seen - 1; i >= Math.max(0, seen - KEPT) && errors.size() < ENOUGH; i--) {
            Message message = ring[(int) (i % KEPT)];
            if (message.line != butLine && message.isError()) {
                errors.add(0, message);
            }
        }
        return errors;
    }

    Map<Long, List<Nearby>> vicinities() {
        Map<Long, List<Nearby>> shown = new LinkedHashMap<>();
        vicinities.forEach((line, vicinity) ->
                shown.put(line, vicinity.errors.stream().map(Message::shown).toList()));
        return shown;
    }

    /** The error lines among the last messages. */
    List<Nearby> latest() {
        List<Nearby> latest = new ArrayList<>();
        for (long i = Math.max(0, seen - KEPT); i < seen; i++) {
            Message message = ring[(int) (i % KEPT)];
            if (message.isError()) {
                latest.add(message.shown());
            }
        }
        return List.copyOf(latest);
    }
}
