package io.bootledger.reports.json;

import io.bootledger.analyzer.compare.Change;
import io.bootledger.analyzer.compare.Comparison;
import io.bootledger.analyzer.compare.InitcallChange;
import io.bootledger.analyzer.compare.KernelChange;
import io.bootledger.analyzer.compare.Structure;
import io.bootledger.analyzer.compare.Waterfall;
import io.bootledger.analyzer.compare.measure.ComparedBoot;
import io.bootledger.analyzer.compare.measure.LeftOut;
import io.bootledger.analyzer.compare.measure.Shift;
import io.bootledger.analyzer.compare.measure.Speed;
import io.bootledger.reports.ComparisonWords;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a comparison as one JSON document in pure ASCII: whole microseconds, and null for what is not known. */
public final class ComparisonJson {
    public static final String SCHEMA = "bootledger/comparison/v1";

    /** The document and its lists; a row of a list is a line. */
    private static final int INDENTED = 2;

    private final JsonFieldWriter fields;

    private ComparisonJson(JsonFieldWriter fields) {
        this.fields = fields;
    }

    public static String of(Comparison comparison) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonFieldWriter fields = JsonFieldWriter.to(out, INDENTED);
        fields.begin();
        fields.text("schema", SCHEMA);
        new ComparisonJson(fields).comparison(comparison);
        fields.endObject();
        return out.toString(StandardCharsets.US_ASCII);
    }

    /** The JSON Schema (draft 2020-12) of the document. */
    public static byte[] schema() {
        return JsonReport.resource("compare.schema.json");
    }

    private void comparison(Comparison comparison) {
        fields.text("headline", ComparisonWords.headline(comparison));
        fields.texts("limits", comparison.limits());
        side("baseline", comparison.baseline());
        side("candidate", comparison.candidate());
        fields.rows("left_out", comparison.leftOut(), this::leftOut);
        fields.texts("handovers", comparison.handovers());
        fields.rows("unlike", comparison.unlike(), one -> {
            fields.text("key", one.key());
            fields.texts("baseline", one.baseline());
            fields.texts("candidate", one.candidate());
        });
        fields.object("kernel", () -> kernels(comparison.kernels()));
        fields.object("speed", comparison.speed(), this::speed);
        fields.object("total", comparison.total(), this::change);
        fields.object("waterfall", comparison.waterfall(), this::waterfall);
        fields.object("segments", () -> {
            fields.rows("changes", comparison.segments().changes(), this::change);
            fields.number("uncertainty_us", comparison.segments().uncertaintyUs());
        });
        fields.rows("phases", comparison.phases(), this::change);
        fields.rows("levels", comparison.levels(), this::change);
        fields.rows("initcalls", comparison.initcalls(), this::initcall);
        moves(comparison);
        structure(comparison.structure());
        fields.rows("deferrals", comparison.deferrals(), one -> {
            fields.text("device", one.device());
            fields.number("baseline", one.baseline());
            fields.number("candidate", one.candidate());
            fields.number("baseline_us", one.baselineUs());
            fields.number("candidate_us", one.candidateUs());
        });
    }

    private void side(String name, List<ComparedBoot> boots) {
        fields.texts(name, boots.stream().map(boot -> boot.measures().boot()).toList());
    }

    private void leftOut(LeftOut boot) {
        fields.text("boot", boot.boot());
        fields.text("side", boot.candidate() ? "candidate" : "baseline");
        fields.text("why", boot.why());
    }

    private void kernels(KernelChange kernels) {
        fields.texts("baseline_releases", kernels.baselineReleases());
        fields.texts("candidate_releases", kernels.candidateReleases());
        fields.texts("baseline_machines", kernels.baselineMachines());
        fields.texts("candidate_machines", kernels.candidateMachines());
        fields.texts("words_added", kernels.wordsAdded());
        fields.texts("words_removed", kernels.wordsRemoved());
    }

    private void speed(Speed speed) {
        fields.number("per_mille", speed.perMille());
        fields.number("initcalls", speed.initcalls());
        fields.number("lower_quartile_per_mille", speed.lowerQuartilePerMille());
        fields.number("upper_quartile_per_mille", speed.upperQuartilePerMille());
    }

    private void change(Change change) {
        fields.text("name", change.name());
        sides(change.baselineUs(), change.candidateUs(), change.shift());
    }

    private void initcall(InitcallChange change) {
        fields.text("function", change.key().function());
        fields.text("module", change.key().module());
        fields.number("occurrence", change.key().occurrence());
        fields.text("level", change.level());
        fields.text("kind", change.kind());
        sides(change.baselineUs(), change.candidateUs(), change.shift());
        fields.text("owner", change.owner());
    }

    private void sides(@Nullable Long baselineUs, @Nullable Long candidateUs, @Nullable Shift shift) {
        fields.number("baseline_us", baselineUs);
        fields.number("candidate_us", candidateUs);
        fields.number("shift_us", shift == null ? null : shift.us());
        fields.number("shift_low_us", shift == null ? null : shift.lowUs());
        fields.number("shift_high_us", shift == null ? null : shift.highUs());
    }

    private void waterfall(Waterfall waterfall) {
        fields.number("total_us", waterfall.totalUs());
        fields.rows("rows", waterfall.rows(), row -> {
            fields.text("kind", row.kind().name().toLowerCase(Locale.ROOT));
            fields.text("name", row.name());
            fields.number("us", row.us());
            fields.number("low_us", row.shift().lowUs());
            fields.number("high_us", row.shift().highUs());
        });
    }

    private void moves(Comparison comparison) {
        fields.rows("level_moves", comparison.levelMoves(), move -> {
            fields.text("initcall", move.key());
            fields.text("baseline", move.baseline());
            fields.text("candidate", move.candidate());
        });
        fields.rows("order_moves", comparison.orderMoves(), move -> {
            fields.text("initcall", move.key());
            fields.number("baseline", move.baseline());
            fields.number("candidate", move.candidate());
        });
    }

    private void structure(Structure structure) {
        fields.texts("new_failures", structure.newFailures());
        fields.texts("gone_failures", structure.goneFailures());
        fields.rows("flaky_failures", structure.flakyFailures(), flaky -> {
            fields.text("name", flaky.name());
            fields.number("failed", flaky.failed());
            fields.number("boots", flaky.boots());
        });
        fields.rows("changed_returns", structure.changedReturns(), change -> {
            fields.text("initcall", change.initcall());
            fields.number("baseline", change.baseline());
            fields.number("candidate", change.candidate());
        });
    }
}
