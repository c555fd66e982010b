package io.bootledger.fleet;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.struct;

import io.bootledger.reports.sql.BootTable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.input.PortableDataStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The job that folds logs into tables. */
@Command(
        name = "Fold",
        description = "Read boot logs, or the boots of a store, and add what they say to the tables of a fleet.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "A boot that is in the tables changes nothing. An input that cannot be read is a row in the table unread.",
            "One job at a time may add to the same tables.",
            "",
            "Exit codes: 0 fine, 2 wrong usage, 3 there is no such input; whatever else fails ends the job as Spark ends jobs."
        })
public final class Fold implements FleetJob {
    private static final String FOLDING = "_folding-";
    private static final String ROW = "row_id";

    /** Tasks for each core: a few slow logs hold nobody up. */
    private static final int TASKS_PER_CORE = 4;

    @Option(
            names = "--in",
            required = true,
            arity = "1..*",
            paramLabel = "PATH",
            description = "Logs, boots of a store, patterns of them, and folders, read with all that is in them.")
    private List<String> in = List.of();

    @Option(names = "--out", required = true, paramLabel = "PATH", description = "The folder of the tables.")
    private String out = "";

    @Option(
            names = "--layout",
            paramLabel = "LAYOUT",
            description = "What the paths of logs tell, as tags: {day}/{board}/*. The tag day also names folders.")
    private @Nullable String layout;

    @Option(names = "--tag", paramLabel = "KEY=VALUE", description = "What is known of the boots of all these logs.")
    private Map<String, String> tags = Map.of();

    public static void main(String... arguments) {
        FleetJob.run(new Fold(), arguments);
    }

    /**
     * What a job did.
     *
     * @param added boots that were not in the tables before
     * @param known boots that were, or came more than once
     * @param unread inputs that cannot be read, or not to their end
     */
    record Done(long added, long known, long unread) {}

    @Override
    public String answer(SparkSession spark) throws IOException, NoInputException {
        Done done = fold(spark);
        return done.added() + " boots added, " + done.known() + " there already, " + done.unread()
                + " inputs with something that cannot be read\n";
    }

    private Done fold(SparkSession spark) throws IOException, NoInputException {
        PathTags known = pathTags();
        for (String each : in) {
            FleetJob.refuseMissing(each, spark);
        }
        FleetPlace place = new FleetPlace(spark, out);
        Path folding = new Path(out, FOLDING + spark.sparkContext().applicationId());
        try {
            return add(place, folded(spark, known, folding.toString()));
        } finally {
            place.files().delete(folding, true);
        }
    }

    private PathTags pathTags() throws NoInputException {
        try {
            return PathTags.of(new TreeMap<>(tags), layout);
        } catch (IllegalArgumentException e) {
            throw NoInputException.usage("--layout " + e.getMessage());
        }
    }

    /** The logs, read once, whatever is done with them then, and whichever worker is lost. */
    private Dataset<Row> folded(SparkSession spark, PathTags known, String folding) {
        JavaSparkContext context = new JavaSparkContext(spark.sparkContext());
        JavaPairRDD<String, PortableDataStream> inputs =
                context.binaryFiles(String.join(",", in), TASKS_PER_CORE * context.defaultParallelism());
        spark.createDataFrame(inputs.flatMap(new InputFold(known)), FoldedRows.COLUMNS)
                .withColumn(ROW, monotonically_increasing_id())
                .write()
                .parquet(folding);
        StructType columns = FoldedRows.COLUMNS.add(ROW, DataTypes.LongType);
        return spark.read().schema(columns).parquet(folding);
    }

    private static Done add(FleetPlace place, Dataset<Row> folded) throws IOException {
        place.addUnread(folded.filter(col(BootTable.BOOT).isNull()));
        Dataset<Row> boots = folded.filter(col(BootTable.BOOT).isNotNull());
        // Of a boot that came more than once the first counts: by the name of the log, then by its number in it.
        Dataset<Row> first = boots.groupBy(BootTable.BOOT)
                .agg(min(struct(FoldedRows.LOG, FoldedRows.NUMBER, FoldedRows.INPUT, ROW))
                        .as("first"))
                .join(place.boots("boots"), FleetPlace.using(BootTable.BOOT), "left_anti")
                .select(col("first." + ROW).as(ROW));
        Dataset<Row> fresh = boots.join(first, FleetPlace.using(ROW), "left_semi");
        long added = first.count();
        if (added > 0) {
            for (String table : FleetPlace.tables()) {
                place.add(table, fresh);
            }
        }
        Row counts = folded.agg(count(BootTable.BOOT), count(FoldedRows.REASON)).first();
        return new Done(added, counts.getLong(0) - added, counts.getLong(1));
    }
}
