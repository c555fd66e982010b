package io.bootledger.reports.json;

import io.bootledger.analyzer.levels.LevelCalls;
import io.bootledger.analyzer.levels.OrderComparison;
import io.bootledger.analyzer.levels.OrderDifference;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.reports.LevelOrder;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/** Writes the order of initcalls, level by level, of any number of boots as one JSON document in pure ASCII. */
public final class LevelOrderJson {
    public static final String SCHEMA = "bootledger/levels/v1";

    private final JsonFieldWriter fields;

    private LevelOrderJson(JsonFieldWriter fields) {
        this.fields = fields;
    }

    /** Begins a document. The stream is not closed. */
    public static LevelOrderJson begin(OutputStream out, List<String> sources) throws IOException {
        return JsonFieldWriter.writing(() -> new LevelOrderJson(JsonReport.document(out, SCHEMA, sources)));
    }

    /** Writes a boot. */
    public void add(LevelOrder shown) throws IOException {
        JsonFieldWriter.writing(() -> fields.row(() -> boot(shown)));
    }

    /** Ends the document. */
    public void end() throws IOException {
        JsonFieldWriter.writing(fields::end);
    }

    private void boot(LevelOrder shown) {
        fields.text("source", shown.boot().source());
        fields.text("release", shown.boot().kernel().release());
        fields.texts("taught", shown.taught());
        OrderComparison order = shown.order();
        if (order == null) {
            fields.text("order", null);
        } else {
            fields.object("order", () -> order(order));
        }
        fields.rows("levels", shown.levels(), this::level);
    }

    private void order(OrderComparison order) {
        fields.number("calls", order.calls());
        fields.number("matched", order.matched());
        fields.number("before", order.before());
        fields.number("after", order.after());
        fields.rows("differences", order.differences(), this::difference);
    }

    private void difference(OrderDifference difference) {
        fields.text("kind", difference.kind().name().toLowerCase(Locale.ROOT));
        fields.text("function", difference.function());
        fields.text("level", difference.level());
        fields.number("ordinal", difference.ordinal());
    }

    private void level(LevelCalls level) {
        fields.text("level", level.level());
        fields.number("count", level.calls().size());
        fields.number("duration_us", level.durationUs());
        fields.rows("initcalls", level.calls(), this::initcall);
    }

    private void initcall(Initcall call) {
        fields.number("ordinal", call.ordinal());
        fields.text("function", call.function());
        fields.text("module", call.module());
        fields.flag("level_sync", call.levelSync());
        fields.text("level_evidence", call.levelEvidence());
        fields.flag("level_certain", call.levelCertain());
        fields.number("start_us", call.startUs());
        fields.number("duration_us", call.durationUs());
        fields.number("line", call.line());
    }
}
