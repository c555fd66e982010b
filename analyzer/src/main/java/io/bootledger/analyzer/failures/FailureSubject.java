package io.bootledger.analyzer.failures;

import io.bootledger.traces.event.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What failed, as far as messages may be about it.
 *
 * @param names its device, driver, module or function
 * @param pid the task that it failed in; null where the log does not say
 */
record FailureSubject(List<String> names, @Nullable Integer pid) {
    /** Shorter names are part of too many words. */
    private static final int SHORTEST = 3;

    static final FailureSubject UNKNOWN = new FailureSubject(List.of(), null);

    static FailureSubject of(@Nullable Integer pid, @Nullable String... names) {
        List<String> telling = new ArrayList<>();
        for (String name : names) {
            if (name != null && name.length() >= SHORTEST) {
                telling.add(name);
            }
        }
        return new FailureSubject(List.copyOf(telling), pid);
    }

    boolean isNamedIn(String text) {
        return names.stream().anyMatch(text::contains);
    }

    /** Whether another task surely printed the message. */
    boolean isOfAnother(RecordedEvent message) {
        return pid != null
                && message.caller() != null
                && message.caller().task()
                && message.caller().id() != pid;
    }
}
