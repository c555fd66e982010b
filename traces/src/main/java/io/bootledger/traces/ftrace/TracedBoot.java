package io.bootledger.traces.ftrace;

import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.bytes.TextLines;
import io.bootledger.traces.functiongraph.GraphReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The initcalls of a trace, each with what became of the task that made it; or, of a function graph, the functions that ran. */
public final class TracedBoot {
    private static final byte[] HEAD = "# tracer: ".getBytes(StandardCharsets.US_ASCII);
    private static final String FRAME = "=> ";

    private final String name;
    private final Scheduling scheduling = new Scheduling();
    private @Nullable GraphReader graph;

    private TracedBoot(String name) {
        this.name = name;
    }

    /** Whether a file begins like ftrace's {@code trace}. */
    public static boolean isTrace(LogSource source) throws IOException {
        return source.begins(HEAD);
    }

    /** Reads a trace to its end; the caller closes it. Millions of events take no more memory than the calls among them. */
    public static TracedBoot read(LogSource source) throws IOException {
        TracedBoot boot = new TracedBoot(source.name());
        TextLines lines = new TextLines(source.stream());
        for (String line = lines.next(); line != null; line = lines.next()) {
            boot.add(line);
        }
        if (boot.graph != null) {
            boot.graph.end();
        }
        return boot;
    }

    private void add(String line) {
        if (graph == null && GraphReader.begins(line)) {
            graph = new GraphReader();
        }
        if (graph != null) {
            graph.add(line);
            return;
        }
        String text = line.strip();
        TraceLine event = text.startsWith(FRAME) ? null : TraceLine.of(line);
        if (event != null) {
            scheduling.apply(event);
        } else if (text.startsWith(FRAME)) {
            scheduling.frame(text.substring(FRAME.length()));
        }
    }

    /** As the command line calls it. */
    public String name() {
        return name;
    }

    List<TracedCall> calls() {
        return scheduling.calls();
    }

    List<TracedProbe> probes() {
        return scheduling.probes();
    }

    boolean hasSchedulerEvents() {
        return scheduling.hasSchedulerEvents();
    }

    /** Null for a trace of events. */
    @Nullable
    GraphReader graph() {
        return graph;
    }
}
