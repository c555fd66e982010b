package io.bootledger.traces.stream;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.BootTime;
import io.bootledger.traces.event.Caller;
import io.bootledger.traces.event.LogText;
import io.bootledger.traces.event.Origin;
import io.bootledger.traces.event.Priority;
import io.bootledger.traces.event.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** A recorded event in the shape of its line on file. */
@JsonPropertyOrder({"sequence", "timeNs", "caller", "priority", "line", "text", "event"})
public record EventLine(
        long sequence,
        @Nullable Long timeNs,
        @Nullable String caller,
        @Nullable Integer priority,
        long line,
        @Nullable LogText text,
        BootEvent event) {

    /** Later than any stamp of a log, and with room to count on. */
    public static final long LATEST_NS = 1L << 62;

    public static EventLine of(RecordedEvent recorded) {
        BootTime time = recorded.time();
        Caller caller = recorded.caller();
        Priority priority = recorded.priority();
        return new EventLine(
                recorded.sequence(),
                time == null ? null : time.nanos(),
                caller == null ? null : caller.toString(),
                priority == null ? null : priority.code(),
                recorded.origin().line(),
                recorded.origin().text(),
                recorded.event());
    }

    /** @throws IllegalArgumentException when no event can stand there; says why */
    RecordedEvent recorded() {
        if (line < 0) {
            throw new IllegalArgumentException("its line number is negative: " + line);
        }
        if (timeNs != null && (timeNs < 0 || timeNs > LATEST_NS)) {
            throw new IllegalArgumentException("its time is none of a boot: " + timeNs + " ns");
        }
        if (priority != null && priority < 0) {
            throw new IllegalArgumentException("its priority is negative: " + priority);
        }
        return new RecordedEvent(
                sequence,
                timeNs == null ? null : BootTime.ofNanos(timeNs),
                caller == null ? null : callerOf(caller),
                priority == null ? null : new Priority(priority),
                event,
                new Origin(line, text));
    }

    private static Caller callerOf(String text) {
        if (!text.matches("[TC]\\d{1,9}")) {
            throw new IllegalArgumentException("its caller is neither T<pid> nor C<cpu>");
        }
        return new Caller(text.charAt(0) == 'T', Integer.parseInt(text.substring(1)));
    }
}
