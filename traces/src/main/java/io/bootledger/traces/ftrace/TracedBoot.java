package io.bootledger.traces.ftrace;

import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.TextLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The initcalls of a trace, each with what became of the task that made it. */
public final class TracedBoot {
    private static final byte[] HEAD = "# tracer: ".getBytes(StandardCharsets.US_ASCII);
    private static final String FRAME = "=> ";

    private final String name;
    private final Scheduling scheduling;

    private TracedBoot(String name, Scheduling scheduling) {
        this.name = name;
        this.scheduling = scheduling;
    }

    /** Whether a file begins like ftrace's {@code trace}. */
    public static boolean isTrace(LogSource source) throws IOException {
        return source.begins(HEAD);
    }

    /** Reads a trace to its end; the caller closes it. Millions of events take no more memory than the calls among them. */
    public static TracedBoot read(LogSource source) throws IOException {
        Scheduling scheduling = new Scheduling();
        TextLines lines = new TextLines(source.stream());
        for (String line = lines.next(); line != null; line = lines.next()) {
            String text = line.strip();
            TraceLine event = text.startsWith(FRAME) ? null : TraceLine.of(line);
            if (event != null) {
                scheduling.apply(event);
            } else if (text.startsWith(FRAME)) {
                scheduling.frame(text.substring(FRAME.length()));
            }
        }
        return new TracedBoot(source.name(), scheduling);
    }

    /** As the command line calls it. */
    public String name() {
        return name;
    }

    List<TracedCall> calls() {
        return scheduling.calls();
    }

    boolean hasSchedulerEvents() {
        return scheduling.hasSchedulerEvents();
    }
}
