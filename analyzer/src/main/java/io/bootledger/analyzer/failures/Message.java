package io.bootledger.analyzer.failures;

import io.bootledger.analyzer.failures.Failure.Nearby;
import io.bootledger.traces.event.LogText;
import io.bootledger.traces.event.Priority;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A message that may be shown beside a failure. It is judged only when a failure asks, since most are never asked for. */
final class Message {
    private static final int LONGEST = 400;
    private static final Pattern WORDS = Pattern.compile(
            "\\b(errors?|fail(s|ed|ure|ures|ing)?|timeout|timed out|cannot|can't|unable|invalid|could not|bug|warning)\\b",
            Pattern.CASE_INSENSITIVE);

    final long line;
    private final Object text;
    private final @Nullable Priority priority;
    private @Nullable Boolean error;

    Message(long line, LogText text, @Nullable Priority priority) {
        this.line = line;
        this.text = text;
        this.priority = priority;
    }

    /** A message that is an error by what it states. */
    Message(long line, String text) {
        this.line = line;
        this.text = text;
        this.priority = null;
        this.error = true;
    }

    /** By its priority; by its words where the log has none. */
    boolean isError() {
        if (error == null) {
            error = priority != null ? priority.severity() <= Priority.WARNING : soundsLikeOne();
        }
        return error;
    }

    private boolean soundsLikeOne() {
        return WORDS.matcher(text.toString()).find();
    }

    Nearby shown() {
        String all = text.toString();
        return new Nearby(line, all.length() <= LONGEST ? all : all.substring(0, LONGEST) + "...");
    }
}
