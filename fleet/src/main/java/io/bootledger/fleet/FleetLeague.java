package io.bootledger.fleet;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The job that tells what fails, and what is put off, in which share of the boots of each board and kernel. */
@Command(
        name = "FleetLeague",
        description =
                "Tell what fails, and which devices are put off, in how many boots of each board and kernel, as CSV.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {"", "Exit codes: 0 fine, 2 wrong usage, 3 there is no such boot."})
public final class FleetLeague implements FleetJob {
    /** What is counted. */
    enum What {
        FAILURES,
        DEFERRED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Map<What, String> ROWS = Map.of(
            What.FAILURES,
            "SELECT board, kernel, explode(failures) AS one FROM boots_of_league",
            What.DEFERRED,
            "SELECT board, kernel, named_struct('kind', 'deferral', 'name', device, 'module', NULL, 'error', NULL) AS one"
                    + " FROM (SELECT board, kernel, explode(deferred) AS device FROM boots_of_league)");

    @Mixin
    private FleetBoots boots = new FleetBoots();

    @Option(
            names = "--what",
            paramLabel = "WHAT",
            description = "failures (the default), or deferred: devices whose probe was put off.")
    private What what = What.FAILURES;

    @Option(
            names = "--each",
            paramLabel = "KEY",
            description = "What is a board: machine (the default), or tag.NAME such as tag.board.")
    private String each = "machine";

    public static void main(String... arguments) {
        FleetJob.run(new FleetLeague(), arguments);
    }

    @Override
    public String answer(SparkSession spark) throws IOException, NoInputException {
        boots.summaries(spark)
                .withColumn("board", FleetBoots.fact(each, "--each", spark))
                .createOrReplaceTempView("boots_of_league");
        FleetBoots.refuseNone(spark.table("boots_of_league").limit(1).count(), boots);
        List<Row> rows = spark.sql(
                        "SELECT one.kind, one.name, one.module, one.error, board, kernel, failed AS boots, of_boots"
                                + " FROM (SELECT board, kernel, one, count(*) AS failed FROM (" + ROWS.get(what)
                                + ") GROUP BY board, kernel, one)"
                                + " JOIN (SELECT board AS b, kernel AS k, count(*) AS of_boots FROM boots_of_league GROUP BY 1, 2)"
                                + " ON board <=> b AND kernel <=> k"
                                + " ORDER BY failed / of_boots DESC, failed DESC, 1, 2, 3, 4, 5, 6")
                .collectAsList();
        return CsvText.of(List.of("kind", "name", "module", "error", "board", "kernel", "boots", "of_boots"), rows);
    }
}
