package io.bootledger.cli.simulate;

import io.bootledger.reports.json.JsonFieldWriter;
import io.bootledger.simulator.scenario.ScenarioLog;
import io.bootledger.simulator.steps.Step;

/** What a simulated kernel does, step by step, as JSON: {@code docs/steps.schema.json}. */
public final class StepJson {
    private static final String SCHEMA = "bootledger/steps/v1";

    private StepJson() {}

    /**
     * The document.
     *
     * @param depth how deep steps are told
     */
    public static String of(ScenarioLog machine, long seed, int boots, int depth) {
        return JsonFieldWriter.document(SCHEMA, fields -> {
            fields.text("release", machine.simulation().machine().kernel().release());
            fields.beginArray("steps");
            for (long bootSeed = seed; bootSeed < seed + boots; bootSeed++) {
                long each = bootSeed;
                machine.steps(each, step -> {
                    if (step.depth() < depth) {
                        fields.row(() -> step(fields, each, step));
                    }
                });
            }
            fields.endArray();
        });
    }

    private static void step(JsonFieldWriter fields, long seed, Step step) {
        fields.number("seed", seed);
        fields.number("time_us", step.timeUs());
        fields.number("pid", step.pid());
        fields.number("depth", step.depth());
        fields.text("function", step.function());
        fields.text("of", step.of());
        fields.text("does", step.does());
        fields.number("return_value", step.returned());
        fields.text("errno", StepText.errno(step.returned()));
    }
}
