package io.bootledger.fleet;

import io.bootledger.analyzer.statistics.Median;
import io.bootledger.analyzer.statistics.Outliers;
import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import scala.collection.Seq;

/** The job that tells which boots are unlike others of their board and kernel, and in what. */
@Command(
        name = "FleetOutliers",
        description = "Tell which boots took longer than others of their board and kernel, and in what, as CSV.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "A boot is an exception where it is above the median by more than both 5 % and five deviations, as in the gate, and",
            "by a millisecond. Of fewer than four boots none is.",
            "",
            "Exit codes: 0 fine, 2 wrong usage, 3 there is no such boot."
        })
public final class FleetOutliers implements FleetJob {
    /** What no one would look for. */
    static final long WORTH_TELLING_US = 1_000;

    /** Every duration of a complete boot, by name. */
    private static final String MEASURES = "SELECT boot, log, number, board, kernel, 'total' AS scope, 'total' AS name,"
            + " total_us AS us FROM boots_beside"
            + " UNION ALL SELECT boot, log, number, board, kernel, 'phase', explode(phases_us) FROM boots_beside"
            + " UNION ALL SELECT boot, log, number, board, kernel, 'level', explode(levels_us) FROM boots_beside"
            + " UNION ALL SELECT boot, log, number, board, kernel, 'segment', inline(segments) FROM boots_beside"
            + " UNION ALL SELECT boot, log, number, board, kernel, 'initcall',"
            + " concat(function, if(module IS NULL, '', concat(' [', module, ']')),"
            + " if(occurrence = 1, '', concat(' #', occurrence))), duration_us"
            + " FROM (SELECT boot, log, number, board, kernel, inline(calls) FROM boots_beside)"
            + " WHERE duration_us IS NOT NULL";

    @Mixin
    private FleetBoots boots = new FleetBoots();

    @Option(
            names = "--each",
            paramLabel = "KEY",
            description = "What is a board: machine (the default), or tag.NAME such as tag.board.")
    private String each = "machine";

    @Option(names = "--top", paramLabel = "N", description = "How many rows (1000), what took most first.")
    private int top = 1_000;

    public static void main(String... arguments) {
        FleetJob.run(new FleetOutliers(), arguments);
    }

    @Override
    public String answer(SparkSession spark) throws IOException, NoInputException {
        boots.summaries(spark)
                .withColumn("board", FleetBoots.fact(each, "--each", spark))
                .filter(FleetBoots.COMPLETE)
                .createOrReplaceTempView("boots_beside");
        FleetBoots.refuseNone(spark.table("boots_beside").limit(1).count(), boots);
        UDF1<Seq<Long>, Double> limit = us -> Outliers.limit(values(us));
        UDF1<Seq<Long>, Long> median = us -> Math.round(Median.of(values(us)));
        spark.udf().register("outlier_limit", limit, DataTypes.DoubleType);
        spark.udf().register("median_us", median, DataTypes.LongType);
        spark.sql(MEASURES).createOrReplaceTempView("measures");
        return CsvText.of(
                List.of("boot", "log", "number", "board", "kernel", "scope", "name", "us", "median_us", "boots"),
                spark.sql("SELECT boot, log, number, board, kernel, scope, name, us, median, boots FROM measures JOIN"
                                + " (SELECT board AS b, kernel AS k, scope AS s, name AS n, count(*) AS boots,"
                                + " median_us(collect_list(us)) AS median, outlier_limit(collect_list(us)) AS most"
                                + " FROM measures GROUP BY 1, 2, 3, 4)"
                                + " ON board <=> b AND kernel <=> k AND scope = s AND name = n"
                                + " WHERE us > most AND us - median >= " + WORTH_TELLING_US
                                + " ORDER BY us - median DESC, boot, scope, name LIMIT " + top)
                        .collectAsList());
    }

    private static double[] values(Seq<Long> us) {
        double[] values = new double[us.size()];
        for (int at = 0; at < values.length; at++) {
            values[at] = us.apply(at);
        }
        return values;
    }
}
