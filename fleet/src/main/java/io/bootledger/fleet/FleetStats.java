package io.bootledger.fleet;

import io.bootledger.analyzer.population.Population;
import io.bootledger.reports.PopulationTable;
import io.bootledger.reports.json.PopulationJson;
import io.bootledger.reports.text.many.PopulationReport;
import io.bootledger.reports.text.page.TextLayout;
import java.io.IOException;
import java.util.EnumSet;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The job that answers what the boots of a fleet have in common, as {@code stats} does for a store. */
@Command(
        name = "FleetStats",
        description = "Count the boots of a fleet: durations, failures, and what each kernel brought and dropped.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {"", "Exit codes: 0 fine, 2 wrong usage, 3 there is no such boot."})
public final class FleetStats implements FleetJob {
    @Mixin
    private FleetBoots boots = new FleetBoots();

    @Option(names = "--json", description = "All tables as JSON, as stats --json has them.")
    private boolean json;

    @Option(names = "--top", paramLabel = "N", description = "How many rows of long tables text shows (20).")
    private int top = 20;

    public static void main(String... arguments) {
        FleetJob.run(new FleetStats(), arguments);
    }

    @Override
    public String answer(SparkSession spark) throws IOException, NoInputException {
        Population population = FleetPopulation.of(boots.summaries(spark), spark);
        FleetBoots.refuseNone(population.boots(), boots);
        return json
                ? PopulationJson.of(population, boots.conditions())
                : PopulationReport.of(population, EnumSet.allOf(PopulationTable.class), top, TextLayout.PLAIN);
    }
}
