package io.bootledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.bootledger.analyzer.history.AcceptedSteps;
import io.bootledger.analyzer.history.ChangePoint;
import io.bootledger.analyzer.history.History;
import io.bootledger.analyzer.history.Series;
import io.bootledger.analyzer.rule.Scope;
import io.bootledger.reports.json.HistoryJson;
import io.bootledger.reports.png.HistoryPicture;
import io.bootledger.reports.text.many.HistoryReport;
import io.bootledger.reports.text.page.TextLayout;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class HistoryReportsTest {
    private static final String HOSTILE = "evil\u001b[31m\"<b>\u202e,=cmd";

    @Test
    void theReportTellsChangesFirstThenEachMetric() {
        String text = HistoryReport.of(view(List.of()), TextLayout.PLAIN);

        assertThat(text)
                .startsWith("20 builds by kernel, evil\\x1b[31m")
                .contains(": 40 boots (20 more could not be used)\n")
                .containsPattern("total +100 ms -> 200 ms \\(\\+100 ms, \\+100\\.0 %\\)")
                .containsPattern("total +▁▁▁▁▁▁▁▁▁▁│█████ ████  100 ms  200 ms");
        assertThat(text.replaceAll("\n +", " "))
                .contains("from build " + Printable.of(HOSTILE + 10) + " on console differs: ttyS0, then "
                        + Printable.of(HOSTILE));
        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
    }

    @Test
    void ofTooFewBuildsItSaysNeitherThatNothingChangedNorWhereTheySettled() {
        HistoryView few = unchanged(8, 4);

        assertThat(few.summary()).isEqualTo("8 builds: too few to tell a change from chance, which takes 14");
        assertThat(few.curves())
                .singleElement()
                .satisfies(curve -> assertThat(curve.levels()).isEmpty());
        assertThat(unchanged(20, 0).summary()).isEqualTo("20 builds: no change found");
    }

    @Test
    void aLevelIsDrawnAsFarAsBuildsLieOnIt() {
        assertThat(unchanged(20, 4).curves().get(0).levels())
                .containsExactly(new HistoryCurve.Level(4, 20, 1_370_100, HistoryCurve.Tone.SETTLED));
        assertThat(unchanged(20, 0).curves().get(0).levels())
                .containsExactly(new HistoryCurve.Level(0, 20, 1_370_100, HistoryCurve.Tone.SETTLED));
        assertThat(unchanged(20, 10).curves().get(0).levels()).isEmpty();
    }

    /** @param low so many builds at first take 20 ms less */
    private static HistoryView unchanged(int builds, int low) {
        List<Long> us = new ArrayList<>();
        for (int i = 0; i < builds; i++) {
            us.add((i < low ? 1_350_000L : 1_370_000L) + i % 3 * 100);
        }
        Series total = new Series(Scope.TOTAL, "total", us, Histories.ranges(us), List.of());
        History history = new History(
                us.stream().map(one -> Histories.build("" + one, "")).toList(), List.of(total));
        return new HistoryView(history, "kernel", new AcceptedSteps(List.of()), List.of());
    }

    @Test
    void aPhaseIsCalledAsTheReportOfABootCallsIt() {
        Series series = new Series(Scope.PHASE, "async_wait", List.of(1L), Histories.ranges(List.of(1L)), List.of());
        assertThat(HistoryView.title(series)).isEqualTo("phase after the initcalls");
        assertThat(HistoryView.name(series)).isEqualTo("phase async_wait");
    }

    @Test
    void noTextMovesTheCursor() {
        assertThat(HistoryReport.of(view(List.of("*", HOSTILE)), TextLayout.PLAIN))
                .doesNotContain("\u001b", "\u202e");
        assertThat(HistoryJson.of(view(List.of("*")), List.of(HOSTILE))).doesNotContain("\u001b", "\u202e");
    }

    @Test
    void aLongHistoryIsDrawnWithinThePaper() {
        List<Long> us = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            us.add(1_000L + i % 7);
        }
        Series series =
                new Series(Scope.TOTAL, "total", us, Histories.ranges(us), List.of(new ChangePoint(500, 1, 2, 0)));
        History history = new History(
                us.stream().map(one -> Histories.build("" + one, "")).toList(), List.of(series));

        String text = HistoryReport.of(
                new HistoryView(history, "kernel", new AcceptedSteps(List.of()), List.of()), new TextLayout(80, false));

        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(text).contains("│");
    }

    @Test
    void theJsonFulfilsItsSchema() {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(new String(HistoryJson.schema(), StandardCharsets.UTF_8), InputFormat.JSON);
        String json = HistoryJson.of(view(List.of("*")), List.of("kernel=6*"));

        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
        assertThat(json)
                .contains("\"median_us\": [100000, 100000", "\"high_us\": [110000, 110000")
                .contains("null")
                .contains("\"accepted\": \"why ")
                .isEqualTo(HistoryJson.of(view(List.of("*")), List.of("kernel=6*")));
        assertThat(schema.validate(json.replace("\"by\"", "\"per\""), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void thePictureHasAPanelForEachMetric() throws Exception {
        assertThat(picture(view(List.of())).getHeight())
                .isGreaterThan(picture(view(List.of("*"))).getHeight());
        assertThat(picture(view(List.of("no_such_initcall"))).getWidth()).isEqualTo(1600);
    }

    private static BufferedImage picture(HistoryView view) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HistoryPicture.write(view, out);
        return ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
    }

    private static HistoryView view(List<String> metrics) {
        return Histories.view(HOSTILE, metrics);
    }
}
