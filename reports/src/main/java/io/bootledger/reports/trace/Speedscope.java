package io.bootledger.reports.trace;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.reports.json.JsonFieldWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes boots as a speedscope file: an evented profile for each track, in microseconds on the kernel's clock. In each, what is
 * opened last is closed first.
 */
public final class Speedscope {
    private static final String SCHEMA = "https://www.speedscope.app/file-format-schema.json";
    /** Document, profiles, profile and its events; an event stands on one line. */
    private static final int INDENTED = 4;

    private final JsonFieldWriter fields;
    private final Map<String, Integer> frames = new LinkedHashMap<>();
    private int profiles;
    private int bootThread = -1;

    private Speedscope(JsonFieldWriter fields) {
        this.fields = fields;
        fields.begin();
        fields.text("$schema", SCHEMA);
        fields.text("exporter", "bootledger");
        fields.beginArray("profiles");
    }

    /** Begins a document. The stream is not closed with it. */
    public static Speedscope begin(OutputStream out) throws IOException {
        return JsonFieldWriter.writing(() -> new Speedscope(JsonFieldWriter.to(out, INDENTED)));
    }

    /** Writes a boot. */
    public void add(BootAnalysis boot) throws IOException {
        JsonFieldWriter.writing(() -> BootTrace.of(boot).tracks().forEach(track -> profile(boot.source(), track)));
    }

    /** Ends the document with the names that its profiles refer to. */
    public void end() throws IOException {
        JsonFieldWriter.writing(() -> {
            fields.endArray();
            fields.number("activeProfileIndex", Math.max(0, bootThread));
            fields.object(
                    "shared",
                    () -> fields.rows("frames", List.copyOf(frames.keySet()), name -> fields.text("name", name)));
            fields.endObject();
        });
    }

    private void profile(String source, Track track) {
        if (bootThread < 0 && track.name().equals(TrackOwner.BOOT_THREAD.name())) {
            bootThread = profiles;
        }
        profiles++;
        List<Slice> slices = track.slices();
        fields.row(() -> {
            fields.text("type", "evented");
            fields.text("name", source + ": " + track.name());
            fields.text("unit", "microseconds");
            fields.number("startValue", slices.isEmpty() ? 0 : slices.get(0).startUs());
            fields.number(
                    "endValue", slices.stream().mapToLong(Slice::endUs).max().orElse(0));
            fields.beginArray("events");
            events(slices);
            fields.endArray();
        });
    }

    private void events(List<Slice> slices) {
        Deque<Slice> open = new ArrayDeque<>();
        for (Slice slice : slices) {
            while (!open.isEmpty() && open.peek().endUs() <= slice.startUs()) {
                event("C", open.peek().endUs(), open.pop());
            }
            event("O", slice.startUs(), slice);
            open.push(slice);
        }
        while (!open.isEmpty()) {
            event("C", open.peek().endUs(), open.pop());
        }
    }

    private void event(String kind, long us, Slice slice) {
        int frame = frames.computeIfAbsent(slice.name(), none -> frames.size());
        fields.row(() -> {
            fields.text("type", kind);
            fields.number("at", us);
            fields.number("frame", frame);
        });
    }
}
