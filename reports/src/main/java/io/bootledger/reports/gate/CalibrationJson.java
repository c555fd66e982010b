package io.bootledger.reports.gate;

import io.bootledger.analyzer.calibration.Calibration;
import io.bootledger.reports.json.JsonFieldWriter;

/** What boots of one kernel say about the gate, as JSON: whole microseconds and thousandths, null where unknown. */
public final class CalibrationJson {
    public static final String SCHEMA = "bootledger/gate-calibration/v2";

    private CalibrationJson() {}

    public static String of(Calibration calibration, long seed) {
        return JsonFieldWriter.document(SCHEMA, fields -> {
            fields.number("seed", seed);
            write(fields, calibration);
        });
    }

    private static void write(JsonFieldWriter fields, Calibration calibration) {
        fields.number("boots", calibration.boots());
        fields.number("quantum_us", calibration.quantumUs());
        fields.number("ticking_initcalls", calibration.ticking());
        fields.rows("spreads", calibration.spreads(), spread -> {
            fields.text("scope", spread.scope());
            fields.text("id", spread.id());
            fields.number("median_us", spread.medianUs());
            fields.number("per_mille", spread.perMille());
            fields.number("slowest_per_mille", spread.slowestPerMille());
        });
        fields.rows("initcalls", calibration.sizes(), size -> {
            fields.number("from_us", size.fromUs());
            fields.number("count", size.count());
            fields.number("per_mille", size.perMille());
        });
        fields.object("sessions", calibration.sessions(), sessions -> {
            fields.number("count", sessions.count());
            fields.number("per_mille", sessions.perMille());
        });
        fields.rows("detectable", calibration.detectable(), one -> {
            fields.number("boots", one.boots());
            fields.number("per_mille", one.perMille());
            fields.flag("repeated", one.repeated());
        });
        fields.object("splits", () -> PowerJson.rates(fields, calibration.splits()));
        fields.object("suggested", () -> GateJson.margins(fields, calibration.suggested()));
        fields.object("held_out", calibration.heldOut(), held -> PowerJson.rates(fields, held));
    }
}
