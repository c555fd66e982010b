package io.bootledger.reports.gate;

import io.bootledger.analyzer.compare.Structure;
import io.bootledger.analyzer.compare.Waterfall;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.analyzer.gate.Metric;
import io.bootledger.analyzer.gate.SequentialLook;
import io.bootledger.analyzer.gate.StatisticalBasis;
import io.bootledger.analyzer.rule.GateRule;
import io.bootledger.analyzer.rule.Margin;
import io.bootledger.analyzer.statistics.Arrangements;
import io.bootledger.reports.json.JsonFieldWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** The verdict and all it rests on as JSON: whole microseconds, never NaN, pure ASCII. */
public final class GateJson {
    public static final String SCHEMA = "bootledger/gate/v2";

    private final JsonFieldWriter fields;
    private final GateResult result;

    private GateJson(JsonFieldWriter fields, GateResult result) {
        this.fields = fields;
        this.result = result;
    }

    /** @param exitCode what the process will say */
    public static String of(GateResult result, int exitCode) {
        return JsonFieldWriter.document(SCHEMA, fields -> new GateJson(fields, result).write(exitCode));
    }

    private void write(int exitCode) {
        fields.text("verdict", result.verdict());
        fields.number("exit_code", exitCode);
        fields.text("headline", GateHeadline.of(result));
        fields.text("reason", result.reason());
        fields.object("settings", this::settings);
        fields.object("look", result.look(), this::look);
        fields.object("evidence", result.evidence(), this::evidence);
        fields.object("environment", this::environment);
        fields.rows("excluded", result.excluded(), boot -> {
            fields.text("boot", boot.boot());
            fields.text("side", boot.candidate() ? "candidate" : "baseline");
            fields.text("why", boot.why());
        });
        fields.rows("deaths", result.deaths().places(), place -> {
            fields.text("place", place.what());
            fields.number("died", place.candidate());
            fields.number("boots", place.ofCandidate());
            fields.number("baseline_died", place.baseline());
            fields.number("baseline_boots", place.ofBaseline());
            fields.real("p", place.p());
        });
        fields.rows("malformed", result.malformed(), boot -> {
            fields.text("boot", boot.boot());
            fields.text("side", boot.candidate() ? "candidate" : "baseline");
            fields.number("lines", boot.lines());
        });
        fields.rows("metrics", result.metrics(), this::metric);
        fields.rows("culprits", result.culprits(), culprit -> {
            fields.text("kind", culprit.kind());
            fields.text("name", culprit.name());
            fields.text("owner", culprit.owner());
            fields.number("shift_us", culprit.shiftUs());
            fields.number("share_per_mille", culprit.sharePerMille());
        });
        fields.rows("moved", result.moved(), one -> {
            fields.text("scope", one.scope());
            fields.text("from", one.from());
            fields.text("to", one.to());
            fields.number("us", one.us());
        });
        fields.object("structure", this::structure);
        fields.rows("budgets", result.budgets(), check -> {
            fields.text("what", check.what());
            fields.text("unit", check.unit());
            fields.number("actual", check.actual());
            fields.number("limit", check.limit());
            fields.text("severity", check.severity());
            fields.flag("broken", check.broken());
        });
        fields.object("waterfall", result.waterfall(), this::waterfall);
    }

    /** The JSON Schema (draft 2020-12) of the document. */
    public static byte[] schema() {
        try (InputStream in = GateJson.class.getResourceAsStream("gate.schema.json")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void settings() {
        GateRule rule = result.settings().rule();
        fields.flag("interleaved", result.settings().interleaved());
        fields.flag("strict", result.settings().strict());
        fields.real("alpha", rule.alpha());
        margins(fields, rule);
    }

    /** What a rise has to exceed. */
    static void margins(JsonFieldWriter fields, GateRule rule) {
        margin(fields, "total", rule.total());
        margin(fields, "part", rule.part());
        margin(fields, "initcall", rule.initcall());
    }

    private static void margin(JsonFieldWriter fields, String name, Margin margin) {
        fields.object(name, () -> {
            fields.number("rel_per_mille", margin.perMille());
            fields.number("abs_us", margin.us());
        });
    }

    private void look(SequentialLook look) {
        fields.number("number", look.number());
        fields.number("of", look.of());
        fields.number("baseline_given", look.baselineGiven());
        fields.number("candidate_given", look.candidateGiven());
        fields.real("alpha", look.alpha());
        fields.text("next", look.next());
    }

    private void evidence(StatisticalBasis evidence) {
        fields.text("certainty", evidence.certainty());
        fields.number("arrangements", evidence.arrangements());
        fields.number("seed", Arrangements.SEED);
        fields.real("smallest_p", evidence.smallestP());
        fields.number("distinct_baseline", evidence.distinctBaseline());
        fields.number("distinct_candidate", evidence.distinctCandidate());
        fields.texts("untimed", evidence.untimed());
        fields.texts("untold", evidence.untold());
    }

    private void environment() {
        fields.number("baseline_boots", result.baselineBoots());
        fields.number("candidate_boots", result.candidateBoots());
        fields.number("factor_per_mille", result.environmentPerMille());
        fields.flag("global_shift", result.globalShift());
        fields.number("quantum_us", result.quantumUs());
        fields.texts("baseline_kernels", result.kernels().baseline());
        fields.texts("candidate_kernels", result.kernels().candidate());
        fields.texts("handovers", result.handovers());
        fields.rows("differences", result.differences(), one -> {
            fields.text("key", one.key());
            fields.texts("baseline", one.baseline());
            fields.texts("candidate", one.candidate());
        });
    }

    private void metric(Metric metric) {
        fields.text("scope", metric.scope());
        fields.text("id", metric.id());
        fields.text("status", metric.status());
        fields.number("baseline_us", metric.baselineMedianUs());
        fields.number("candidate_us", metric.candidateMedianUs());
        fields.number("shift_us", metric.shiftUs());
        fields.number("shift_per_mille", metric.shiftPerMille());
        fields.number("low_us", metric.lowUs());
        fields.number("high_us", metric.highUs());
        fields.number("margin_us", metric.marginUs());
        fields.real("p", metric.p());
        fields.number(
                "detectable_us",
                GateWords.promised(metric.scope(), metric.id(), result).orElse(null));
        fields.number("boots_beyond_margin", metric.beyondMargin());
        fields.text("waived_because", metric.acceptedBecause());
        fields.object("slow_boots", () -> {
            fields.number("baseline", metric.slowBoots().baseline());
            fields.number("candidate", metric.slowBoots().candidate());
            fields.real("p", metric.slowBoots().p());
        });
    }

    private void structure() {
        fields.texts("added", names(result.structure().added()));
        fields.texts("removed", names(result.structure().removed()));
        fields.rows("sometimes_added", result.structure().sometimesAdded(), this::sometimes);
        fields.rows("sometimes_removed", result.structure().sometimesRemoved(), this::sometimes);
        fields.texts("new_failures", result.structure().newFailures());
        fields.rows("flaky_failures", result.failing(), failure -> {
            fields.text("name", failure.what());
            fields.number("failed", failure.candidate());
            fields.number("boots", failure.ofCandidate());
            fields.number("baseline_failed", failure.baseline());
            fields.number("baseline_boots", failure.ofBaseline());
            fields.real("p", failure.p());
        });
        fields.rows("changed_returns", result.structure().changedReturns(), change -> {
            fields.text("initcall", change.initcall());
            fields.number("baseline", change.baseline());
            fields.number("candidate", change.candidate());
        });
    }

    private void sometimes(Structure.Sometimes one) {
        fields.text("initcall", one.initcall());
        fields.number("called", one.called());
        fields.number("boots", one.boots());
    }

    private static List<String> names(List<InitcallKey> keys) {
        return keys.stream().map(InitcallKey::toString).toList();
    }

    private void waterfall(Waterfall waterfall) {
        fields.number("total_us", waterfall.totalUs());
        fields.rows("rows", waterfall.rows(), step -> {
            fields.text("kind", step.kind().toString().toLowerCase(Locale.ROOT));
            fields.text("name", step.name());
            fields.number("us", step.us());
        });
    }
}
