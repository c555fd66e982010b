package io.bootledger.reports.trace;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.reports.json.JsonFieldWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes boots as Trace Event Format JSON, which Perfetto and Chrome open: a process for each boot, a thread for each track, times
 * in microseconds on the kernel's clock, or from the first stage on where that ran before it. Slices of a track nest; flow events
 * lead along the critical path, from a probe that was put off to the next, and from what ended a wait to who waited; counters tell
 * how many calls ran, and how many devices waited. Where a log does not name the threads, what crosses in time stands on tracks
 * beside each other; what had to be cut to lie in what it ran inside says in its args what was recorded.
 */
public final class ChromeTrace {
    /** Document and list; an event stands on one line. */
    private static final int INDENTED = 2;

    private final JsonFieldWriter fields;
    private int lastId;
    private int process;
    private int order;
    /** Viewers drop what lies before 0. */
    private long aheadUs;

    private ChromeTrace(JsonFieldWriter fields) {
        this.fields = fields;
        fields.begin();
        fields.text("displayTimeUnit", "ms");
        fields.beginArray("traceEvents");
    }

    /** Begins a document. The stream is not closed with it. */
    public static ChromeTrace begin(OutputStream out) throws IOException {
        return JsonFieldWriter.writing(() -> new ChromeTrace(JsonFieldWriter.to(out, INDENTED)));
    }

    /** Writes a boot. */
    public void add(BootAnalysis boot) throws IOException {
        JsonFieldWriter.writing(() -> write(boot));
    }

    /** Ends the document. */
    public void end() throws IOException {
        JsonFieldWriter.writing(fields::end);
    }

    private void write(BootAnalysis boot) {
        BootTrace trace = BootTrace.of(boot);
        process = ++lastId;
        order = 0;
        aheadUs = trace.beforeClockUs();
        String release = boot.kernel().release();
        metadata("process_name", process, "name", boot.source() + (release == null ? "" : ", Linux " + release));
        List<String> notes = new ArrayList<>(trace.notes());
        if (aheadUs > 0) {
            notes.add("the kernel's clock starts at " + aheadUs + " us");
        }
        if (!notes.isEmpty()) {
            metadata("process_labels", process, "labels", String.join(", ", notes));
        }
        instants("milestones", trace.milestones());
        instants("failures", trace.failures());
        IdentityHashMap<Slice, Integer> threads = new IdentityHashMap<>();
        trace.tracks().forEach(track -> {
            int thread = thread(track.name());
            track.slices().forEach(slice -> {
                threads.put(slice, thread);
                slice(thread, slice);
            });
        });
        trace.flows().forEach(flow -> flow(flow, threads));
        trace.counters().forEach(this::counter);
    }

    private void instants(String name, List<Instant> instants) {
        if (!instants.isEmpty()) {
            int thread = thread(name);
            instants.forEach(instant -> instant(thread, instant));
        }
    }

    /** Begins a track. No two of a document have the same number, nor that of a process. */
    private int thread(String name) {
        int thread = ++lastId;
        metadata("thread_name", thread, "name", name);
        metadata("thread_sort_index", thread, "sort_index", order++);
        return thread;
    }

    private void metadata(String what, int thread, String name, Object value) {
        fields.row(() -> {
            place(what, null, "M", thread);
            args(Map.of(name, value));
        });
    }

    private void slice(int thread, Slice slice) {
        fields.row(() -> {
            place(slice.name(), slice.category(), "X", thread);
            fields.number("ts", aheadUs + slice.startUs());
            fields.number("dur", slice.endUs() - slice.startUs());
            args(slice.facts());
        });
    }

    /** Arrows from each slice to the next: one flow, which begins, goes on and ends in them. */
    private void flow(Flow flow, IdentityHashMap<Slice, Integer> threads) {
        int id = ++lastId;
        List<Flow.Step> through = flow.through();
        for (int i = 0; i < through.size(); i++) {
            Flow.Step step = through.get(i);
            String kind = i == 0 ? "s" : i + 1 < through.size() ? "t" : "f";
            fields.row(() -> {
                place(flow.name(), flow.name(), kind, Objects.requireNonNull(threads.get(step.slice())));
                fields.number("ts", aheadUs + step.timeUs());
                fields.number("id", id);
                fields.text("bp", "e");
            });
        }
    }

    private void counter(Counter counter) {
        counter.values()
                .forEach((us, value) -> fields.row(() -> {
                    fields.text("name", counter.name());
                    fields.text("ph", "C");
                    fields.number("pid", process);
                    fields.number("ts", aheadUs + us);
                    args(Map.of(counter.series(), value));
                }));
    }

    private void instant(int thread, Instant instant) {
        fields.row(() -> {
            place(instant.name(), instant.category(), "i", thread);
            fields.number("ts", aheadUs + instant.timeUs());
            fields.text("s", "t");
            args(instant.facts());
        });
    }

    private void place(String name, @Nullable String category, String kind, int thread) {
        fields.text("name", name);
        if (category != null) {
            fields.text("cat", category);
        }
        fields.text("ph", kind);
        fields.number("pid", process);
        fields.number("tid", thread);
    }

    private void args(Map<String, Object> facts) {
        if (!facts.isEmpty()) {
            fields.object("args", () -> facts.forEach(this::fact));
        }
    }

    private void fact(String name, Object fact) {
        if (fact instanceof Number number) {
            fields.number(name, number);
        } else if (fact instanceof Boolean flag) {
            fields.flag(name, flag);
        } else {
            fields.text(name, fact);
        }
    }
}
