package io.bootledger.reports.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.reports.Boots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TraceTest {
    @Test
    void aBootHasATrackForEachLane() {
        assertThat(BootTrace.of(Boots.whole()).tracks())
                .extracting(Track::name)
                .containsExactly(
                        "phases",
                        "levels",
                        "critical path",
                        "boot thread",
                        "pid 9",
                        "pid 57",
                        "probes, thread unknown");
    }

    @Test
    void anArrowLeadsFromEachDeferralToTheNextTryOfThatDevice() {
        Slice first = probe("panel", 10, "EPROBE_DEFER");
        Slice other = probe("hub", 20, "EPROBE_DEFER");
        Slice second = probe("panel", 30, "EPROBE_DEFER");
        Slice bound = probe("panel", 40, null);
        Slice again = probe("panel", 50, null);

        assertThat(Flows.of(Boots.whole(), List.of(new Track("probes", List.of(first, other, second, bound, again)))))
                .extracting(
                        Flow::name,
                        flow -> flow.through().stream().map(Flow.Step::slice).toList())
                .containsExactly(tuple(Flows.PROBED_AGAIN, List.of(first, second, bound)));
    }

    @Test
    void countersHaveAValueFromWhenItChanges() {
        List<Track> tracks = List.of(new Track("probes", List.of(probe("hub", 10, null), probe("panel", 15, null))));

        assertThat(Counter.of(Boots.whole(), tracks))
                .extracting(Counter::series, counter -> counter.values().toString())
                .startsWith(tuple("ended", "{18=1, 23=2}"), tuple("at once", "{10=1, 15=2, 18=1, 23=0}"));
    }

    private static Slice probe(String device, long startUs, @Nullable String errno) {
        return new Slice(device, "probe", startUs, startUs + 8, errno == null ? Map.of() : Map.of("errno", errno));
    }

    @Test
    void anEventStandsOnOneLine() throws IOException {
        assertThat(chrome(Boots.whole()).lines())
                .startsWith("{", "  \"displayTimeUnit\": \"ms\",", "  \"traceEvents\": [")
                .contains(
                        "    {\"name\": \"process_name\", \"ph\": \"M\", \"pid\": 1, \"tid\": 1,"
                                + " \"args\": {\"name\": \"whole.log, Linux 6.1.0-50-cloud-amd64\"}},",
                        "    {\"name\": \"acpi_init\", \"cat\": \"initcall\", \"ph\": \"X\", \"pid\": 1, \"tid\": 7,"
                                + " \"ts\": 500000, \"dur\": 524123, \"args\": {\"level\": \"subsys\","
                                + " \"level_certain\": true, \"return\": 0, \"outcome\": \"ok\","
                                + " \"duration_us\": 524123, \"duration_evidence\": \"reported\","
                                + " \"self_us\": 524123, \"pid\": 1, \"ordinal\": 2, \"line\": 102}},",
                        "    {\"name\": \"/init runs\", \"cat\": \"milestone\", \"ph\": \"i\", \"pid\": 1, \"tid\": 2,"
                                + " \"ts\": 3400000, \"s\": \"t\"},")
                .endsWith("  ]", "}");
    }

    @Test
    void speedscopeHasAProfileForEachTrackAndANameForEachFrame() throws IOException {
        JsonNode file = JsonMapper.shared().readTree(speedscope(Boots.whole()));
        JsonNode bootThread =
                file.get("profiles").get(file.get("activeProfileIndex").intValue());
        assertThat(bootThread.get("name").asString()).isEqualTo("whole.log: boot thread");
        int frame = bootThread.at("/events/0/frame").intValue();
        assertThat(file.at("/shared/frames/" + frame + "/name").asString()).isEqualTo("trace_init_flags_sys_enter");
        assertThat(bootThread.get("events").size()).isEqualTo(2 * 4);
    }

    @Test
    void whatCrossesOnOneThreadStandsBesideIt() {
        TrackOwner lane = TrackOwner.ofThread(7);
        List<Track> tracks = Packing.of(
                lane, List.of(alone(lane, 0, 100), alone(lane, 50, 150), alone(lane, 60, 90), alone(lane, 150, 160)));
        assertThat(tracks).extracting(Track::name).containsExactly("pid 7", "pid 7, beside 1");
        assertThat(tracks.get(0).slices())
                .extracting(Slice::startUs, Slice::endUs)
                .containsExactly(tuple(0L, 100L), tuple(60L, 90L), tuple(150L, 160L));
    }

    @Test
    void whereNoThreadIsKnownNothingIsTakenToRunInsideAnother() {
        List<Track> tracks = Packing.of(
                TrackOwner.PROBES, List.of(alone(TrackOwner.PROBES, 0, 100), alone(TrackOwner.PROBES, 10, 20)));
        assertThat(tracks).hasSize(2);
    }

    @Test
    void whatIsCutToFitSaysWhatWasRecorded() {
        Run call = alone(TrackOwner.BOOT_THREAD, 100, 200);
        call.beginsWith(new Slice("late", "probe", 150, 190, new Slice.Facts().all()));
        call.beginsWith(new Slice("early", "probe", 90, 160, new Slice.Facts().all()));
        call.fitInside();
        List<Run> runs = new ArrayList<>(List.of(call));
        runs.addAll(call.inside());
        List<Slice> slices = Packing.of(TrackOwner.BOOT_THREAD, runs).get(0).slices();
        assertThat(slices)
                .extracting(Slice::name, Slice::startUs, Slice::endUs)
                .containsExactly(tuple("alone", 100L, 200L), tuple("early", 100L, 160L), tuple("late", 160L, 190L));
        assertThat(slices.get(1).facts()).containsEntry("recorded_start_us", 90L);
        assertThat(slices.get(2).facts()).containsEntry("recorded_start_us", 150L);
    }

    @Test
    void withoutTimeStampsInitcallsStandBackToBackAndItIsSaid() throws IOException {
        BootAnalysis boot = Boots.named("raw.log", List.of(unstamped(1, "a_init", 5L), unstamped(2, "b_init", null)));
        assertThat(chrome(boot))
                .contains("no time stamps: initcalls stand back to back", "1 without a duration are not shown")
                .contains("\"name\": \"a_init\"")
                .doesNotContain("\"name\": \"b_init\"");
    }

    @ParameterizedTest
    @MethodSource("io.bootledger.reports.html.HostileTexts#all")
    void aNameComesBackAsItIsAndNothingElseChanges(String name) throws IOException {
        BootAnalysis boot = Boots.named(name, List.of(unstamped(1, name, 5L)));
        String trace = chrome(boot);
        assertThat(trace)
                .matches("[ -\u007f\\n]*")
                .hasLineCount(chrome(Boots.named("x", List.of(unstamped(1, "x", 5L))))
                        .lines()
                        .toList()
                        .size());
        assertThat(JsonMapper.shared().readTree(trace).at("/traceEvents/4/name").asString())
                .isEqualTo(name);
        assertThat(JsonMapper.shared()
                        .readTree(speedscope(boot))
                        .at("/shared/frames/0/name")
                        .asString())
                .isEqualTo(name);
    }

    @Test
    void theStacksOfALedgerAreALineEach() throws IOException {
        assertThat(folded(Boots.accounted()).lines())
                .containsExactly(
                        "[before the first initcall];[until the first initcall] 400000",
                        "device;i8042_init 2250010",
                        "[until init runs];[until init runs] 749990");
        assertThat(folded(Boots.hanging())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.bootledger.reports.html.HostileTexts#all")
    void aHostileNameStaysOneFrame(String name) {
        assertThat(FoldedStacks.frame(name + ";evil 12")).matches("\\P{C}+").doesNotContain(";", " ");
    }

    private static Run alone(TrackOwner lane, long startUs, long endUs) {
        return Run.alone(lane, new Slice("alone", "initcall", startUs, endUs, new Slice.Facts().all()));
    }

    private static Initcall unstamped(int ordinal, String function, Long durationUs) {
        Initcall call = Boots.initcall(ordinal, function, null, null, 0, durationUs, 0);
        return new Initcall(
                ordinal,
                call.symbol(),
                null,
                call.levelEvidence(),
                null,
                null,
                null,
                durationUs,
                call.clockReason(),
                durationUs,
                0,
                null,
                call.outcome(),
                call.line(),
                null,
                null);
    }

    private static String chrome(BootAnalysis boot) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ChromeTrace trace = ChromeTrace.begin(out);
        trace.add(boot);
        trace.end();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String speedscope(BootAnalysis boot) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Speedscope profiles = Speedscope.begin(out);
        profiles.add(boot);
        profiles.end();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String folded(BootAnalysis boot) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FoldedStacks stacks = FoldedStacks.begin(out);
        stacks.add(boot);
        stacks.end();
        return out.toString(StandardCharsets.UTF_8);
    }
}
