package io.bootledger.reports.gate;

import io.bootledger.analyzer.compare.Waterfall;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.analyzer.gate.Metric;
import io.bootledger.analyzer.gate.SequentialLook;
import io.bootledger.analyzer.gate.StatisticalBasis;
import io.bootledger.analyzer.rule.GateRule;
import io.bootledger.analyzer.rule.Margin;
import io.bootledger.analyzer.statistics.Arrangements;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The verdict and all it rests on as JSON: whole microseconds, never NaN, pure ASCII. */
public final class GateJson {
    public static final String SCHEMA = "bootledger/gate/v2";

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build())
            .build();

    private GateJson() {}

    /** @param exitCode what the process will say */
    public static String of(GateResult result, int exitCode) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("schema", SCHEMA);
        root.put("verdict", result.verdict().toString());
        root.put("exit_code", exitCode);
        root.put("headline", GateWords.headline(result));
        root.put("reason", result.reason());
        settings(root.putObject("settings"), result);
        look(root, result.look());
        evidence(root, result.evidence());
        environment(root.putObject("environment"), result);
        rows(
                root,
                "excluded",
                result.excluded(),
                (row, boot) -> row.put("boot", boot.boot())
                        .put("side", boot.candidate() ? "candidate" : "baseline")
                        .put("why", boot.why()));
        rows(
                root,
                "malformed",
                result.malformed(),
                (row, boot) -> row.put("boot", boot.boot())
                        .put("side", boot.candidate() ? "candidate" : "baseline")
                        .put("lines", boot.lines()));
        rows(root, "metrics", result.metrics(), (row, metric) -> metric(row, metric, result));
        rows(
                root,
                "culprits",
                result.culprits(),
                (row, culprit) -> row.put("kind", culprit.kind().toString())
                        .put("name", culprit.name())
                        .put("owner", culprit.owner())
                        .put("shift_us", culprit.shiftUs()));
        rows(
                root,
                "moved",
                result.moved(),
                (row, one) -> row.put("scope", one.scope().toString())
                        .put("from", one.from())
                        .put("to", one.to())
                        .put("us", one.us()));
        structure(root.putObject("structure"), result);
        rows(
                root,
                "budgets",
                result.budgets(),
                (row, check) -> row.put("what", check.what())
                        .put("unit", check.unit())
                        .put("actual", check.actual())
                        .put("limit", check.limit())
                        .put("severity", check.severity().toString())
                        .put("broken", check.broken()));
        waterfall(root, result.waterfall());
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root).replace("\r\n", "\n") + "\n";
    }

    /** The JSON Schema (draft 2020-12) of the document. */
    public static byte[] schema() {
        try (InputStream in = GateJson.class.getResourceAsStream("gate.schema.json")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> void rows(ObjectNode parent, String name, List<T> values, BiConsumer<ObjectNode, T> content) {
        ArrayNode rows = parent.putArray(name);
        values.forEach(value -> content.accept(rows.addObject(), value));
    }

    private static void settings(ObjectNode node, GateResult result) {
        GateRule rule = result.settings().rule();
        node.put("interleaved", result.settings().interleaved());
        node.put("strict", result.settings().strict());
        node.put("alpha", rule.alpha());
        margin(node.putObject("total"), rule.total());
        margin(node.putObject("part"), rule.part());
        margin(node.putObject("initcall"), rule.initcall());
    }

    private static void evidence(ObjectNode root, @Nullable StatisticalBasis evidence) {
        if (evidence == null) {
            root.putNull("evidence");
            return;
        }
        ObjectNode node = root.putObject("evidence");
        node.put("certainty", evidence.certainty().toString());
        node.put("arrangements", evidence.arrangements());
        node.put("seed", Arrangements.SEED);
        node.put("smallest_p", evidence.smallestP());
        node.put("distinct_baseline", evidence.distinctBaseline());
        node.put("distinct_candidate", evidence.distinctCandidate());
        texts(node.putArray("untimed"), evidence.untimed());
    }

    private static void look(ObjectNode root, @Nullable SequentialLook look) {
        if (look == null) {
            root.putNull("look");
            return;
        }
        root.putObject("look")
                .put("number", look.number())
                .put("of", look.of())
                .put("alpha", look.alpha())
                .put("next", look.next().toString());
    }

    private static ObjectNode margin(ObjectNode node, Margin margin) {
        return node.put("rel_per_mille", margin.perMille()).put("abs_us", margin.us());
    }

    private static void environment(ObjectNode node, GateResult result) {
        node.put("baseline_boots", result.baselineBoots());
        node.put("candidate_boots", result.candidateBoots());
        node.put("factor_per_mille", result.environmentPerMille());
        node.put("global_shift", result.globalShift());
        node.put("quantum_us", result.quantumUs());
        texts(node.putArray("handovers"), result.handovers());
        rows(node, "differences", result.differences(), (row, one) -> {
            row.put("key", one.key());
            texts(row.putArray("baseline"), one.baseline());
            texts(row.putArray("candidate"), one.candidate());
        });
    }

    private static void texts(ArrayNode node, List<String> texts) {
        texts.forEach(node::add);
    }

    private static void metric(ObjectNode row, Metric metric, GateResult result) {
        row.put("scope", metric.scope().toString());
        row.put("id", metric.id());
        row.put("status", metric.status().toString());
        row.put("baseline_us", metric.baselineMedianUs());
        row.put("candidate_us", metric.candidateMedianUs());
        row.put("shift_us", metric.shiftUs());
        row.put("shift_per_mille", metric.shiftPerMille());
        row.put("low_us", metric.lowUs());
        row.put("high_us", metric.highUs());
        row.put("margin_us", metric.marginUs());
        row.put("p", metric.p());
        row.put("detectable_us", metric.detectableUs());
        row.put("boots_beyond_margin", metric.beyondMargin());
        row.put("waived_because", GateWords.accepted(metric, result).orElse(null));
        row.putObject("slow_boots")
                .put("baseline", metric.slowBoots().baseline())
                .put("candidate", metric.slowBoots().candidate())
                .put("p", metric.slowBoots().p());
    }

    private static void structure(ObjectNode node, GateResult result) {
        texts(node.putArray("added"), names(result.structure().added()));
        texts(node.putArray("removed"), names(result.structure().removed()));
        texts(node.putArray("new_failures"), result.structure().newFailures());
        rows(
                node,
                "flaky_failures",
                result.structure().flakyFailures(),
                (row, flaky) -> row.put("name", flaky.name())
                        .put("failed", flaky.failed())
                        .put("boots", flaky.boots()));
        rows(
                node,
                "changed_returns",
                result.structure().changedReturns(),
                (row, change) -> row.put("initcall", change.initcall().toString())
                        .put("baseline", change.baseline())
                        .put("candidate", change.candidate()));
    }

    private static List<String> names(List<InitcallKey> keys) {
        return keys.stream().map(InitcallKey::toString).toList();
    }

    private static void waterfall(ObjectNode root, @Nullable Waterfall waterfall) {
        if (waterfall == null) {
            root.putNull("waterfall");
            return;
        }
        ObjectNode node = root.putObject("waterfall");
        node.put("total_us", waterfall.totalUs());
        rows(
                node,
                "rows",
                waterfall.rows(),
                (row, step) -> row.put("kind", step.kind().toString().toLowerCase(Locale.ROOT))
                        .put("name", step.name())
                        .put("us", step.us()));
    }
}
