package io.bootledger.reports.json;

import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.population.Population;
import io.bootledger.analyzer.population.Population.InitcallSpread;
import io.bootledger.analyzer.population.Population.KernelBoots;
import io.bootledger.analyzer.population.Population.Part;
import io.bootledger.analyzer.population.Spread;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Many boots as one JSON document ({@code docs/stats.schema.json}), each row on a line, in pure ASCII. */
public final class PopulationJson {
    public static final String SCHEMA = "bootledger/stats/v1";

    /** The document, and the arrays and objects in it. */
    private static final int ROWS = 2;

    private final JsonFieldWriter fields;

    private PopulationJson(JsonFieldWriter fields) {
        this.fields = fields;
    }

    /** @param where the conditions that selected the boots */
    public static String of(Population population, List<String> where) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PopulationJson(JsonFieldWriter.to(out, ROWS)).write(population, where);
        return out.toString(StandardCharsets.US_ASCII);
    }

    /** The JSON Schema (draft 2020-12) of the document. */
    public static byte[] schema() {
        return JsonReport.resource("stats.schema.json");
    }

    private void write(Population population, List<String> where) {
        fields.begin();
        fields.text("schema", SCHEMA);
        fields.texts("where", where);
        fields.number("boots", population.boots());
        fields.number("complete", population.complete());
        fields.rows("incomplete", population.incomplete(), each -> {
            fields.text("why", each.what());
            fields.number("boots", each.boots());
        });
        fields.texts("handovers", population.handovers());
        fields.object("total", population.total(), this::spread);
        fields.rows("segments", population.segments(), each -> part("segment", each));
        fields.rows("phases", population.phases(), each -> part("phase", each));
        fields.rows("levels", population.levels(), each -> part("level", each));
        fields.rows("initcalls", population.initcalls(), this::initcall);
        fields.rows("failures", population.failures(), each -> {
            fields.text("kind", each.what().kind());
            fields.text("name", each.what().name());
            fields.text("module", each.what().module());
            fields.text("error", each.what().error());
            fields.number("boots", each.boots());
        });
        fields.rows("deferred", population.deferred(), each -> {
            fields.text("device", each.what());
            fields.number("boots", each.boots());
        });
        fields.rows("kernels", population.kernels(), this::kernel);
        fields.endObject();
    }

    private void initcall(InitcallSpread each) {
        key(each.initcall());
        fields.text("level", each.level());
        fields.number("boots", each.boots());
        fields.object("duration", each.duration(), this::spread);
    }

    private void key(InitcallKey initcall) {
        fields.text("function", initcall.function());
        fields.text("module", initcall.module());
        fields.number("occurrence", initcall.occurrence());
    }

    private void part(String kind, Part part) {
        fields.text(kind, part.name());
        fields.object("duration", part.duration(), this::spread);
    }

    private void kernel(KernelBoots kernel) {
        fields.text("release", kernel.release());
        fields.number("boots", kernel.boots());
        fields.number("complete", kernel.complete());
        fields.texts("handovers", kernel.handovers());
        fields.object("total", kernel.total(), this::spread);
        fields.text("since", kernel.since());
        keys("new", kernel, kernel.added());
        keys("gone", kernel, kernel.gone());
    }

    /** Null where there is no kernel to compare with: that nothing is new is not known. */
    private void keys(String name, KernelBoots kernel, List<InitcallKey> keys) {
        if (kernel.since() == null) {
            fields.text(name, null);
        } else {
            fields.rows(name, keys, this::key);
        }
    }

    private void spread(Spread spread) {
        fields.number("timed", spread.count());
        fields.number("median_us", spread.medianUs());
        fields.number("p95_us", spread.p95Us());
        fields.number("min_us", spread.minUs());
        fields.number("max_us", spread.maxUs());
        fields.number("cv_permille", spread.cvPermille());
    }
}
