package io.bootledger.reports.gate;

import io.bootledger.analyzer.calibration.PowerRow;
import io.bootledger.analyzer.calibration.Rates;
import io.bootledger.reports.json.JsonFieldWriter;
import java.util.List;

/** How often the gate errs and what it sees, as JSON: counts, never shares, so that runs can be added up. */
public final class PowerJson {
    public static final String SCHEMA = "bootledger/gate-power/v2";

    private PowerJson() {}

    public static String of(List<PowerRow> rows, long seed) {
        return JsonFieldWriter.document(SCHEMA, fields -> {
            fields.number("seed", seed);
            fields.rows("rows", rows, row -> row(fields, row));
        });
    }

    private static void row(JsonFieldWriter fields, PowerRow row) {
        fields.text("noise", row.noise());
        fields.text("change", row.change());
        fields.object("changed", row.changed(), changed -> {
            fields.text("scope", changed.scope());
            fields.text("id", changed.id());
        });
        rates(fields, row.rates());
    }

    static void rates(JsonFieldWriter fields, Rates rates) {
        fields.number("baseline_boots", rates.boots().earlier());
        fields.number("candidate_boots", rates.boots().later());
        fields.number("booted", rates.booted());
        fields.number("comparisons", rates.red().of());
        fields.number("red", rates.red().hits());
        fields.number("named", rates.named().hits());
        fields.number("total", rates.total().hits());
        fields.number("part", rates.part().hits());
        fields.number("initcall", rates.initcall().hits());
        fields.number("others", rates.others().hits());
        fields.number("global", rates.global().hits());
        fields.number("inconclusive", rates.inconclusive().hits());
        fields.number("insufficient", rates.insufficient().hits());
    }
}
