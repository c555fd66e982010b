package io.bootledger.reports.gate;

import io.bootledger.analyzer.calibration.PowerRow;
import io.bootledger.analyzer.calibration.Rates;
import io.bootledger.analyzer.calibration.Share;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How often the gate errs and what it sees, as JSON: counts, never shares, so that runs can be added up. */
public final class PowerJson {
    public static final String SCHEMA = "bootledger/gate-power/v2";

    private PowerJson() {}

    public static String of(List<PowerRow> rows, long seed) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.put("schema", SCHEMA);
        root.put("seed", seed);
        ArrayNode all = root.putArray("rows");
        rows.forEach(row -> row(all.addObject(), row));
        return JsonMapper.shared()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(root)
                        .replace("\r\n", "\n") + "\n";
    }

    private static void row(ObjectNode node, PowerRow row) {
        node.put("noise", row.noise());
        node.put("change", row.change());
        if (row.changed() == null) {
            node.putNull("changed");
        } else {
            node.putObject("changed")
                    .put("scope", row.changed().scope().toString())
                    .put("id", row.changed().id());
        }
        put(node, row.rates());
    }

    static void put(ObjectNode node, Rates rates) {
        node.put("baseline_boots", rates.boots().earlier());
        node.put("candidate_boots", rates.boots().later());
        node.put("booted", rates.booted());
        node.put("comparisons", rates.red().of());
        put(node, "red", rates.red());
        put(node, "named", rates.named());
        put(node, "total", rates.total());
        put(node, "part", rates.part());
        put(node, "initcall", rates.initcall());
        put(node, "others", rates.others());
        put(node, "global", rates.global());
        put(node, "inconclusive", rates.inconclusive());
    }

    private static void put(ObjectNode node, String name, Share share) {
        node.put(name, share.hits());
    }
}
