package io.bootledger.fleet;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import io.bootledger.analyzer.compare.NaturalOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import scala.Tuple2;

/** The job that tells of each board since which build its boots take longer, as {@code history} does for a store. */
@Command(
        name = "FleetHistory",
        description = "Tell of each board since which build its boots take longer.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Boots that do not tell their board or their build are left out.",
            "",
            "Exit codes: 0 fine, 2 wrong usage, 3 there is no such boot."
        })
public final class FleetHistory implements FleetJob {
    private static final String BOARD = "board_of_history";
    private static final String BUILD = "build_of_history";
    private static final String PLACE = "place_of_build";

    @Mixin
    private FleetBoots boots = new FleetBoots();

    @Option(
            names = "--each",
            paramLabel = "KEY",
            description = "A history for each value of it: machine (the default), or tag.NAME such as tag.board.")
    private String each = "machine";

    @Option(
            names = "--by",
            paramLabel = "KEY",
            description = "What makes boots one build, and builds a sequence: kernel (the default), or tag.NAME.")
    private String by = "kernel";

    @Option(names = "--json", description = "A document for each board, as history --json has it.")
    private boolean json;

    public static void main(String... arguments) {
        FleetJob.run(new FleetHistory(), arguments);
    }

    @Override
    public String answer(SparkSession spark) throws IOException, NoInputException {
        Dataset<Row> told = boots.summaries(spark)
                .withColumn(BOARD, FleetBoots.fact(each, "--each", spark))
                .withColumn(BUILD, FleetBoots.fact(by, "--by", spark))
                .filter(col(BOARD).isNotNull().and(col(BUILD).isNotNull()));
        List<Tuple2<String, String>> histories = told.join(broadcast(builds(told, spark)), FleetPlace.using(BUILD))
                .groupByKey((MapFunction<Row, String>) boot -> boot.getAs(BOARD), Encoders.STRING())
                .flatMapSortedGroups(
                        new Column[] {col(PLACE)},
                        new BoardHistory(BUILD, by, each, boots.conditions(), json),
                        Encoders.tuple(Encoders.STRING(), Encoders.STRING()))
                .collectAsList();
        FleetBoots.refuseNone(histories.size(), boots);
        List<Tuple2<String, String>> sorted = new ArrayList<>(histories);
        sorted.sort((one, other) -> NaturalOrder.COMPARATOR.compare(one._1(), other._1()));
        StringBuilder all = new StringBuilder();
        sorted.forEach(history -> all.append(history._2()));
        return all.toString();
    }

    /** Which build comes when: as people order them, which Spark does not know. */
    private static Dataset<Row> builds(Dataset<Row> told, SparkSession spark) {
        List<String> names = new ArrayList<>(
                told.select(BUILD).distinct().as(Encoders.STRING()).collectAsList());
        names.sort(NaturalOrder.COMPARATOR);
        List<Row> places = new ArrayList<>();
        for (String name : names) {
            places.add(RowFactory.create(name, places.size()));
        }
        return spark.createDataFrame(
                places, new StructType().add(BUILD, DataTypes.StringType).add(PLACE, DataTypes.IntegerType));
    }
}
