package io.bootledger.traces.ftrace;

import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.bytes.TextLines;
import io.bootledger.traces.functiongraph.GraphReader;
import io.bootledger.traces.functiongraph.LostEvents;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The initcalls of a trace, each with what became of the task that made it; or, of a function graph, the functions that ran. */
public final class TracedBoot {
    private static final String HEAD = "# tracer: ";
    /** An event without the heading, as a script cuts it out: {@code init-1  [000] d....  1.461214: initcall_start: ...}. */
    private static final Pattern EVENT = Pattern.compile(
            "\\s*\\S.{0,40}-\\d{1,9}\\s.{0,20}\\[\\d{1,6}]\\s+[^\\s\\d]\\S{3,4}\\s+\\d{1,9}\\.\\d{6}: \\w+: .*");

    /** Bytes of a file that tell whether it is a trace: a line without an end may be all of it. */
    private static final int LOOKED_AT = 8_192;
    /** Its heading, and {@code ##### CPU 1 buffer started ####} where the one of a CPU was written over ({@code kernel/trace/trace.c}). */
    private static final String BEGINS = "#";

    private static final String FRAME = "=> ";

    private final String name;
    private final Scheduling scheduling = new Scheduling();
    private @Nullable GraphReader graph;

    private TracedBoot(String name) {
        this.name = name;
    }

    /** Whether a file is ftrace's {@code trace}, by its head, which is read; the caller closes it. */
    public static boolean isTrace(LogSource source) throws IOException {
        TextLines lines = new TextLines(new ByteArrayInputStream(source.stream().readNBytes(LOOKED_AT)));
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (line.startsWith(HEAD) || EVENT.matcher(line).matches()) {
                return true;
            }
        }
        return false;
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
        if (line.startsWith(BEGINS)) {
            scheduling.head(line);
            return;
        }
        LostEvents lost = LostEvents.of(line);
        if (lost != null) {
            scheduling.lose(lost.cpu());
            return;
        }
        String text = line.strip();
        TraceLine event = text.startsWith(FRAME) ? null : TraceLine.of(line);
        if (event != null) {
            scheduling.apply(event);
        } else if (!text.startsWith(FRAME) && !text.isEmpty()) {
            scheduling.loseOpen();
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
        return scheduling.coverage().hasSchedulerEvents();
    }

    boolean lacksWakings() {
        return scheduling.coverage().lacksWakings();
    }

    /** Whether it shows what a sleep was for, if it shows the boot from its first initcall on. */
    boolean explainsSleeps() {
        return scheduling.coverage().explainsSleeps();
    }

    /** Null for a trace of events. */
    @Nullable
    GraphReader graph() {
        return graph;
    }
}
