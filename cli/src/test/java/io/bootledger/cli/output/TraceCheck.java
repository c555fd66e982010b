package io.bootledger.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a trace viewer asks of a file: times that do not go back, slices that nest, names for everything. */
public final class TraceCheck {
    private record Span(long start, long end) {}

    /** Gives the number of slices by category. */
    public static Map<String, Integer> chrome(byte[] document) {
        Map<Integer, Deque<Span>> open = new HashMap<>();
        Map<Integer, Long> latest = new HashMap<>();
        Set<Integer> named = new HashSet<>();
        Map<String, Integer> slices = new HashMap<>();
        Map<Integer, List<Span>> spans = new HashMap<>();
        Map<Integer, Long> flows = new HashMap<>();
        Map<String, Long> counters = new HashMap<>();
        for (JsonNode event : JsonMapper.shared().readTree(document).get("traceEvents")) {
            if (event.get("ph").asString().equals("C")) {
                assertThat(named).contains(event.get("pid").intValue());
                counter(event, counters);
                continue;
            }
            int track = event.get("tid").intValue();
            switch (event.get("ph").asString()) {
                case "M" -> named.add(track);
                case "i" -> next(track, event, latest);
                case "X" -> {
                    slices.merge(event.get("cat").asString(), 1, Integer::sum);
                    spans.computeIfAbsent(track, none -> new ArrayList<>()).add(span(event));
                    nest(next(track, event, latest), event, open.computeIfAbsent(track, none -> new ArrayDeque<>()));
                }
                case "s", "t", "f" -> flow(event, spans.getOrDefault(track, List.of()), flows);
                default -> throw new AssertionError(event);
            }
            assertThat(named)
                    .as("tracks named before " + event)
                    .contains(track, event.get("pid").intValue());
        }
        assertThat(flows).as("flows without an end").isEmpty();
        return slices;
    }

    private static Span span(JsonNode event) {
        long start = event.get("ts").longValue();
        return new Span(start, start + event.get("dur").longValue());
    }

    /** A flow begins once, goes on while it is open, and ends, and never goes back; each step of it lies in a slice. */
    private static void flow(JsonNode event, List<Span> spans, Map<Integer, Long> open) {
        int id = event.get("id").intValue();
        long time = event.get("ts").longValue();
        assertThat(spans).as(event.toString()).anyMatch(span -> span.start <= time && time <= span.end);
        Long before = event.get("ph").asString().equals("f") ? open.remove(id) : open.put(id, time);
        if (event.get("ph").asString().equals("s")) {
            assertThat(before).as(event.toString()).isNull();
        } else {
            assertThat(before).as(event.toString()).isNotNull().isLessThanOrEqualTo(time);
        }
    }

    /** A counter has values from a time on, none below zero. */
    private static void counter(JsonNode event, Map<String, Long> latest) {
        Map.Entry<String, JsonNode> value =
                event.get("args").properties().iterator().next();
        assertThat(value.getValue().longValue()).as(event.toString()).isNotNegative();
        long time = event.get("ts").longValue();
        Long before = latest.put(event.get("pid") + event.get("name").asString() + value.getKey(), time);
        assertThat(time).as(event.toString()).isGreaterThan(before == null ? -1 : before);
    }

    private static long next(int track, JsonNode event, Map<Integer, Long> latest) {
        long time = event.get("ts").longValue();
        assertThat(time).as(event.toString()).isGreaterThanOrEqualTo(latest.getOrDefault(track, 0L));
        latest.put(track, time);
        return time;
    }

    private static void nest(long start, JsonNode event, Deque<Span> open) {
        Span span = span(event);
        while (!open.isEmpty() && open.peek().end <= start) {
            open.pop();
        }
        assertThat(span.end).as(event.toString()).isBetween(start, open.isEmpty() ? Long.MAX_VALUE : open.peek().end);
        open.push(span);
    }

    /** Gives the number of slices. */
    static int speedscope(byte[] document) {
        JsonNode file = JsonMapper.shared().readTree(document);
        assertThat(file.get("$schema").asString()).isEqualTo("https://www.speedscope.app/file-format-schema.json");
        int frames = file.at("/shared/frames").size();
        int slices = 0;
        for (JsonNode profile : file.get("profiles")) {
            assertThat(profile.get("type").asString()).isEqualTo("evented");
            assertThat(profile.get("unit").asString()).isEqualTo("microseconds");
            slices += closed(profile, frames);
        }
        return slices;
    }

    private static int closed(JsonNode profile, int frames) {
        Deque<Integer> open = new ArrayDeque<>();
        long now = profile.get("startValue").longValue();
        int opened = 0;
        for (JsonNode event : profile.get("events")) {
            int frame = event.get("frame").intValue();
            assertThat(frame).isBetween(0, frames - 1);
            assertThat(event.get("at").longValue()).as(event.toString()).isGreaterThanOrEqualTo(now);
            now = event.get("at").longValue();
            if (event.get("type").asString().equals("O")) {
                opened++;
                open.push(frame);
            } else {
                assertThat(event.get("type").asString()).isEqualTo("C");
                assertThat(open.pop()).as(event.toString()).isEqualTo(frame);
            }
        }
        assertThat(open).isEmpty();
        assertThat(now).isLessThanOrEqualTo(profile.get("endValue").longValue());
        return opened;
    }

    private TraceCheck() {}
}
