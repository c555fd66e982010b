package io.bootledger.analyzer.failures;

import io.bootledger.analyzer.failures.Failure.Nearby;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.Priority;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.call.ProbeFailed;
import io.bootledger.traces.event.machine.KernelOopsed;
import io.bootledger.traces.event.machine.KernelWarned;
import java.util.regex.Pattern;

/** Whether a message is an error: by what it states, else by its priority, else by its words. */
final class ErrorLine {
    private static final int LONGEST = 400;
    private static final Pattern WORDS = Pattern.compile(
            "\\b(errors?|fail(s|ed|ure|ures|ing)?|timeout|timed out|cannot|can't|unable|invalid|could not|bug|warning)\\b",
            Pattern.CASE_INSENSITIVE);

    static boolean is(RecordedEvent recorded) {
        if (!(recorded.event() instanceof MessageLogged message)) {
            return true;
        }
        return recorded.priority() != null
                ? recorded.priority().severity() <= Priority.WARNING
                : WORDS.matcher(message.text().toString()).find();
    }

    static Nearby shown(RecordedEvent recorded) {
        String text = text(recorded);
        String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
        return new Nearby(recorded.origin().line(), shown);
    }

    static String text(RecordedEvent recorded) {
        if (recorded.event() instanceof MessageLogged message) {
            return message.text().toString();
        }
        if (recorded.event() instanceof KernelOopsed oops) {
            return oops.text();
        }
        if (recorded.event() instanceof KernelWarned warned) {
            return warned.text();
        }
        return recorded.event() instanceof ProbeFailed failed
                ? failed.device() + ": probe with driver " + failed.driver() + " failed with error " + failed.error()
                : recorded.event().toString();
    }

    private ErrorLine() {}
}
