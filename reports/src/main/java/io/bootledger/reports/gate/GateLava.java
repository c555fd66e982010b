package io.bootledger.reports.gate;

import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.reports.DurationText;
import java.util.List;
import java.util.Map;

/**
 * The verdict as signals of LAVA test definitions, a line each:
 * {@code <LAVA_SIGNAL_TESTCASE TEST_CASE_ID=boot.total.total RESULT=pass UNITS=seconds MEASUREMENT=1.234000>}. The results are pass,
 * fail and skip; the measurement is the candidate's median.
 */
public final class GateLava {
    private GateLava() {}

    public static String of(GateResult result) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, List<GateCase>> suite : GateCases.of(result).entrySet()) {
            for (GateCase one : suite.getValue()) {
                text.append("<LAVA_SIGNAL_TESTCASE TEST_CASE_ID=")
                        .append(id(suite.getKey() + "." + one.name()))
                        .append(" RESULT=")
                        .append(one.has(GateCase.FAILURE) ? "fail" : one.has(GateCase.SKIPPED) ? "skip" : "pass");
                if (one.us() > 0) {
                    text.append(" UNITS=seconds MEASUREMENT=").append(DurationText.exactSeconds(one.us()));
                }
                text.append(">\n");
            }
        }
        return text.toString();
    }

    /** LAVA takes letters, digits, dots, dashes and underscores. */
    private static String id(String name) {
        return name.replaceAll("[^A-Za-z0-9._-]+", "_");
    }
}
