package io.bootledger.reports.json;

import io.bootledger.analyzer.compare.measure.Environment.Difference;
import io.bootledger.analyzer.history.Build;
import io.bootledger.analyzer.history.Series;
import io.bootledger.analyzer.history.Series.BuildRange;
import io.bootledger.reports.HistoryView;
import io.bootledger.reports.HistoryView.Finding;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A history as one JSON document ({@code docs/history.schema.json}), each build, metric and change on a line, in pure ASCII. */
public final class HistoryJson {
    public static final String SCHEMA = "bootledger/history/v1";

    /** The document, and the arrays in it. */
    private static final int ROWS = 2;

    private final JsonFieldWriter fields;

    private HistoryJson(JsonFieldWriter fields) {
        this.fields = fields;
    }

    /** @param where the conditions that selected the boots */
    public static String of(HistoryView view, List<String> where) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new HistoryJson(JsonFieldWriter.to(out, ROWS)).write(view, where);
        return out.toString(StandardCharsets.US_ASCII);
    }

    /** The JSON Schema (draft 2020-12) of the document. */
    public static byte[] schema() {
        return JsonReport.resource("history.schema.json");
    }

    private void write(HistoryView view, List<String> where) {
        fields.begin();
        fields.text("schema", SCHEMA);
        fields.texts("where", where);
        fields.text("by", view.by());
        fields.flag("too_short", view.history().tooShort());
        fields.rows("builds", view.history().builds(), this::build);
        fields.rows("changes", view.findings(), this::change);
        fields.rows("metrics", view.series(), this::metric);
        fields.endObject();
    }

    private void build(Build build) {
        fields.text("build", build.name());
        fields.number("boots", build.boots());
        fields.number("left_out", build.leftOut());
        fields.texts("handovers", build.handovers());
        fields.rows("differences", build.differences(), this::difference);
    }

    private void difference(Difference difference) {
        fields.text("key", difference.key());
        fields.texts("before", difference.baseline());
        fields.texts("after", difference.candidate());
    }

    private void change(Finding finding) {
        fields.text("build", finding.build().name());
        metricName(finding.series());
        fields.number("before_us", finding.change().beforeUs());
        fields.number("after_us", finding.change().afterUs());
        fields.number("change_per_mille", finding.change().changePerMille());
        fields.real("p", finding.change().p());
        fields.text(
                "accepted",
                finding.accepted() == null ? null : finding.accepted().reason());
    }

    private void metric(Series series) {
        metricName(series);
        fields.numbers("median_us", series.us());
        fields.numbers("low_us", ends(series, BuildRange::lowUs));
        fields.numbers("high_us", ends(series, BuildRange::highUs));
    }

    private static List<@Nullable Long> ends(Series series, Function<BuildRange, Long> end) {
        return series.ranges().stream()
                .<@Nullable Long>map(range -> range == null ? null : end.apply(range))
                .toList();
    }

    private void metricName(Series series) {
        fields.text("scope", series.scope());
        fields.text("id", series.id());
    }
}
