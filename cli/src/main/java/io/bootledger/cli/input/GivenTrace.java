package io.bootledger.cli.input;

import io.bootledger.cli.output.Messages;
import io.bootledger.cli.process.Complaint;
import io.bootledger.cli.process.StandardInput;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.ftrace.TraceJoin;
import io.bootledger.traces.ftrace.TracedBoot;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The trace that was given with a log, read before the log is; says what keeps it from being joined. */
public final class GivenTrace {
    private final GivenLog given;
    private final @Nullable TracedBoot trace;
    private @Nullable TraceJoin join;

    private GivenTrace(GivenLog given, @Nullable TracedBoot trace) {
        this.given = given;
        this.trace = trace;
    }

    static GivenTrace read(GivenLog given, Messages messages) {
        TracedBoot trace = null;
        if (given.trace() != null) {
            try (LogSource source = LogSource.file(Path.of(given.trace()))) {
                trace = TracedBoot.read(source);
                messages.sayDamage(source);
            } catch (IOException e) {
                messages.say(Complaint.reading(given.trace(), e));
            }
        }
        return new GivenTrace(given, trace);
    }

    /** A trace for the log of that name, which the events that it goes before tell. */
    public static GivenTrace beside(String log, String trace, Messages messages) {
        return read(new GivenLog(log, trace), messages);
    }

    /** What stands between the events of the log and those who take them. */
    public EventSink before(EventSink sink) {
        if (trace == null) {
            return sink;
        }
        join = given.isTraceOnly() ? TraceJoin.ofItself(trace, sink) : new TraceJoin(trace, sink);
        return join;
    }

    /** Whether a trace that was given alone is a function graph, which tells of a boot without a line of a log; it is then told. */
    boolean endsAlone() {
        return join != null && join.endAlone();
    }

    /** Whether all that was given could be used; else it is said why not. To be asked when a log with a boot is read. */
    public boolean isUsed(Messages messages) {
        if (given.trace() == null || given.isTraceOnly() || join != null && join.isJoined()) {
            return true;
        }
        if (join != null) {
            messages.say(given.trace() + ": it is no trace of a boot in " + StandardInput.nameOf(given.log()) + ": "
                    + join.refusal() + "; give it alone to see what it holds");
        }
        return false;
    }
}
