package io.bootledger.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.reports.DurationText;
import io.bootledger.reports.Printable;
import java.util.Random;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages' scripts compute. */
class ScriptsTest {
    private static final Scripts SCRIPTS = new Scripts();
    private static final Value FORMAT = SCRIPTS.module("page/format.js");

    @AfterAll
    static void close() {
        SCRIPTS.close();
    }

    @Test
    void durationsHaveTheWordsOfTheOtherReports() {
        Random random = new Random(1);
        Value duration = FORMAT.getMember("duration");
        for (int i = 0; i < 20_000; i++) {
            long us = (long) Math.pow(10, 9 * random.nextDouble()) * (i % 3 == 0 ? -1 : 1);
            assertThat(duration.execute(us).asString()).isEqualTo(DurationText.rounded(us));
        }
        for (long us : new long[] {0, 999, 1_000, 9_994, 9_995, 99_949, 99_950, 999_499, 999_500}) {
            assertThat(duration.execute(us).asString()).isEqualTo(DurationText.rounded(us));
        }
        assertThat(duration.execute((Object) null).asString()).isEqualTo("–");
    }

    @ParameterizedTest
    @MethodSource("io.bootledger.reports.html.HostileTexts#all")
    void textIsMadeVisibleAsInTheOtherReports(String hostile) {
        // A page can show a tab as what it is.
        assertThat(FORMAT.getMember("visible").execute(hostile).asString().replace("\t", "\\x09"))
                .isEqualTo(Printable.of(hostile));
    }

    @Test
    void momentsAndSharesAreWrittenAsTheKernelAndPeopleDo() {
        assertThat(FORMAT.getMember("stamp").execute(1_234_567).asString()).isEqualTo("1.234567");
        assertThat(FORMAT.getMember("stamp").execute(-5).asString()).isEqualTo("-0.000005");
        assertThat(FORMAT.getMember("count").execute(1_234_567).asString()).isEqualTo("1\u202f234\u202f567");
        assertThat(FORMAT.getMember("share").execute(1, 3_000).asString()).isEqualTo("< 0.1 %");
        assertThat(FORMAT.getMember("share").execute(1, 0).asString()).isEqualTo("–");
        assertThat(FORMAT.getMember("plural").execute(1, "boot").asString()).isEqualTo("1 boot");
    }

    @Test
    void whatIsTickedGainsAtLeastTheSurestAndAtMostTheSum() {
        Value bounds = SCRIPTS.module("boots/whatif.js").getMember("bounds");
        Value changes =
                SCRIPTS.value("[{leastUs: 10, mostUs: 100}, {leastUs: 30, mostUs: 50}, {leastUs: -5, mostUs: 20}]");
        assertThat(SCRIPTS.text(bounds.execute(changes, 1_000))).isEqualTo("{\"leastUs\":25,\"mostUs\":170}");
        assertThat(SCRIPTS.text(bounds.execute(changes, 120))).isEqualTo("{\"leastUs\":25,\"mostUs\":120}");
    }

    @Test
    void aCommandIsQuotedAndHoldsNothingThatATerminalObeys() {
        Value command = SCRIPTS.module("page/shell.js").getMember("command");
        assertThat(command.execute("bootledger", "show", "a b", "it's", "$(x)").asString())
                .isEqualTo("bootledger show 'a b' 'it'\\''s' '$(x)'");
        for (String hostile : new String[] {"a\nb", "\u001b[31m", "\t", "\u202e", "\u0003"}) {
            assertThat(command.execute("show", hostile).isNull()).as(hostile).isTrue();
        }
    }

    @Test
    void barsThatOverlapStandInRowsAndTheNearestIsMeant() {
        Value layout = SCRIPTS.module("timeline/layout.js");
        Value boot = SCRIPTS.value("""
                {levels: [], stages: [], spans: [
                  {kind: 'initcall', name: 'a', start: 0, end: 100, record: {module: null, pid: 1}},
                  {kind: 'probe', name: 'x', start: 10, end: 50, record: {}},
                  {kind: 'probe', name: 'y', start: 20, end: 60, record: {}},
                  {kind: 'probe', name: 'z', start: 55, end: 70, record: {}}]}""");
        Value placed = layout.getMember("of").execute(boot);
        assertThat(SCRIPTS.text(SCRIPTS.value("layout => layout.lanes.map(lane => [lane.name, lane.rows])")
                        .execute(placed)))
                .isEqualTo("[[\"boot thread\",1],[\"probes\",2]]");
        Value at = SCRIPTS.value(
                "(spanAt, layout, x, row) => spanAt(layout, us => us, x, layout.lanes[1].y + row * 16)?.name");
        Value spanAt = layout.getMember("spanAt");
        assertThat(at.execute(spanAt, placed, 52, 0).asString()).isEqualTo("x");
        assertThat(at.execute(spanAt, placed, 54, 0).asString()).isEqualTo("z");
        assertThat(at.execute(spanAt, placed, 30, 1).asString()).isEqualTo("y");
        assertThat(at.execute(spanAt, placed, 90, 1).isNull()).isTrue();
    }

    @Test
    void aStretchTellsWhatRanInItAndWhatPassedOutside() {
        Value told = SCRIPTS.module("timeline/range.js").getMember("told");
        Value boot = SCRIPTS.value("""
                (() => {
                  const call = {module: null, pid: 1, level: 'device'};
                  return {spans: [
                    {kind: 'initcall', start: 0, end: 100, record: call},
                    {kind: 'probe', start: 40, end: 80, record: {outer: call, driver: 'mmc'}}]};
                })()""");
        assertThat(SCRIPTS.text(told.execute(boot, SCRIPTS.value("[50, 150]"))))
                .isEqualTo("{\"us\":100,\"levels\":[[\"device\",20]],\"drivers\":[[\"mmc\",30]],\"outsideUs\":50}");
    }

    @Test
    void aReplayKnowsWhatWasPrintedAndWhatRan() {
        Value moments = SCRIPTS.module("timeline/moments.js");
        Value times = moments.getMember("times")
                .execute(SCRIPTS.value("[{time: 5}, {time: null}, {time: 9}, {time: 7}, {time: 20}]"));
        assertThat(SCRIPTS.text(times)).isEqualTo("[5,5,9,9,20]");
        assertThat(moments.getMember("printed").execute(times, 4).asInt()).isZero();
        assertThat(moments.getMember("printed").execute(times, 9).asInt()).isEqualTo(4);
        Value spans = SCRIPTS.value("""
                [{kind: 'initcall', name: 'a', start: 0, end: 10}, {kind: 'initcall', name: 'b', start: 10, end: 30},
                 {kind: 'probe', name: 'x', start: 12, end: 20}, {kind: 'initcall', name: 'late', start: 99, end: 100}]""");
        Value at = SCRIPTS.value("(at, spans) => { const { begun, returned, calls, running } = at(spans, 15, 50);"
                + " return [begun, returned, calls, running.map(each => each.name)]; }");
        assertThat(SCRIPTS.text(at.execute(moments.getMember("at"), spans))).isEqualTo("[2,1,2,[\"b\",\"x\"]]");
    }

    @Test
    void aCurveDoesNotBlowUpNoiseAndIgnoresWhatIsBeyondItsEdge() {
        Value scale = SCRIPTS.module("history/scale.js");
        Value domain = scale.getMember("domain")
                .execute(
                        SCRIPTS.value(
                                "{us: [1000, 1010, null, 9000], lowUs: [990, 1000, null, 9000], highUs: [1010, 1020, null, 9000], edgeUs: 3030}"));
        assertThat(SCRIPTS.text(SCRIPTS.value("pair => pair.map(Math.round)").execute(domain)))
                .isEqualTo("[946,1087]");
        assertThat(SCRIPTS.text(scale.getMember("marks").execute(SCRIPTS.value("[1300000, 1450000]"), 4)))
                .contains("\"text\":\"1.30 s\"", "\"text\":\"1.40 s\"");
    }

    @ParameterizedTest
    @CsvSource({"30, 1000, 22, 1", "100, 1000, 22, 3", "1000, 1000, 22, 22"})
    void asManyNamesStandBelowACurveAsFit(int builds, int width, int each, int step) {
        Value nameStep = SCRIPTS.module("history/scale.js").getMember("nameStep");
        assertThat(nameStep.execute(builds, width, each).asInt()).isEqualTo(step);
    }
}
