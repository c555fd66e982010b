package io.bootledger.analyzer.failures;

import io.bootledger.traces.event.RecordedEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The last messages of a boot, and those around its first failures: bounded, however long the log. They are kept as they come
 * and judged only when a failure is shown, since most are never looked at.
 */
final class RecentMessages {
    private static final int BEFORE = 64;
    private static final int AFTER = 16;
    private static final int MOST_FAILURES = 200;

    private final RecordedEvent[] ring = new RecordedEvent[BEFORE];
    private final Map<Long, List<RecordedEvent>> around = new HashMap<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private long seen;

    /** What failed a while ago, and until which message what follows is kept beside it. */
    private record Waiting(List<RecordedEvent> messages, long until) {}

    void see(RecordedEvent message) {
        ring[(int) (seen++ % BEFORE)] = message;
        if (!waiting.isEmpty()) {
            waiting.forEach(failure -> failure.messages.add(message));
            waiting.removeIf(failure -> failure.until <= seen);
        }
    }

    /** Something failed at that line: keeps the messages before it, and waits for those after it. */
    void failedAt(long line) {
        if (around.size() < MOST_FAILURES && !around.containsKey(line)) {
            List<RecordedEvent> messages = latest();
            around.put(line, messages);
            waiting.add(new Waiting(messages, seen + AFTER));
        }
    }

    Map<Long, List<RecordedEvent>> around() {
        Map<Long, List<RecordedEvent>> copy = new HashMap<>();
        around.forEach((line, messages) -> copy.put(line, List.copyOf(messages)));
        return copy;
    }

    /** The last messages, in order. */
    List<RecordedEvent> latest() {
        List<RecordedEvent> latest = new ArrayList<>(BEFORE + AFTER);
        for (long i = Math.max(0, seen - BEFORE); i < seen; i++) {
            latest.add(ring[(int) (i % BEFORE)]);
        }
        return latest;
    }
}
