package io.bootledger.reports.gate;

import io.bootledger.analyzer.calibration.Calibration;
import io.bootledger.analyzer.calibration.Calibration.Detectable;
import io.bootledger.analyzer.calibration.Calibration.SizeSpread;
import io.bootledger.analyzer.calibration.Calibration.Spread;
import io.bootledger.analyzer.rule.GateRule;
import io.bootledger.analyzer.rule.Margin;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What boots of one kernel say about the gate, as JSON: whole microseconds and thousandths, null where unknown. */
public final class CalibrationJson {
    public static final String SCHEMA = "bootledger/gate-calibration/v2";

    private CalibrationJson() {}

    public static String of(Calibration calibration, long seed) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.put("schema", SCHEMA);
        root.put("seed", seed);
        root.put("boots", calibration.boots());
        root.put("quantum_us", calibration.quantumUs());
        root.put("ticking_initcalls", calibration.ticking());
        ArrayNode spreads = root.putArray("spreads");
        calibration.spreads().forEach(spread -> spread(spreads.addObject(), spread));
        ArrayNode sizes = root.putArray("initcalls");
        calibration.sizes().forEach(size -> size(sizes.addObject(), size));
        if (calibration.sessions() == null) {
            root.putNull("sessions");
        } else {
            root.putObject("sessions")
                    .put("count", calibration.sessions().count())
                    .put("per_mille", calibration.sessions().perMille());
        }
        ArrayNode detectable = root.putArray("detectable");
        calibration.detectable().forEach(one -> detectable(detectable.addObject(), one));
        PowerJson.put(root.putObject("splits"), calibration.splits());
        rule(root.putObject("suggested"), calibration.suggested());
        if (calibration.heldOut() == null) {
            root.putNull("held_out");
        } else {
            PowerJson.put(root.putObject("held_out"), calibration.heldOut());
        }
        return JsonMapper.shared()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(root)
                        .replace("\r\n", "\n") + "\n";
    }

    private static void spread(ObjectNode node, Spread spread) {
        node.put("scope", spread.scope().toString());
        node.put("id", spread.id());
        node.put("median_us", spread.medianUs());
        node.put("per_mille", spread.perMille());
        node.put("slowest_per_mille", spread.slowestPerMille());
    }

    private static void size(ObjectNode node, SizeSpread size) {
        node.put("from_us", size.fromUs()).put("count", size.count()).put("per_mille", size.perMille());
    }

    private static void detectable(ObjectNode node, Detectable one) {
        node.put("boots", one.boots()).put("per_mille", one.perMille()).put("repeated", one.repeated());
    }

    private static void rule(ObjectNode node, GateRule rule) {
        margin(node.putObject("total"), rule.total());
        margin(node.putObject("part"), rule.part());
        margin(node.putObject("initcall"), rule.initcall());
    }

    private static void margin(ObjectNode node, Margin margin) {
        node.put("rel_per_mille", margin.perMille()).put("abs_us", margin.us());
    }
}
