package io.bootledger.fleet;

import static org.apache.spark.sql.functions.callUDF;
import static org.apache.spark.sql.functions.col;

import io.bootledger.readmodels.BootFilter;
import io.bootledger.readmodels.SummaryTable;
import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which boots of a fleet a job is about. */
final class FleetBoots {
    /** As SQL has it: whether a boot reached init, and nothing of it is lost. */
    static final String COMPLETE = "incomplete IS NULL AND total_us IS NOT NULL";

    @Option(names = "--table", required = true, paramLabel = "PATH", description = "The folder of the tables.")
    private String table = "";

    @Option(
            names = "--where",
            paramLabel = "KEY=VALUE",
            description = {
                "Only boots of which this is true: kernel=6.1*, machine=QEMU*, log=lab/*, tag.board=x. In a value *",
                "stands for anything; given several times, all must be true."
            })
    private List<String> conditions = List.of();

    List<String> conditions() {
        return conditions;
    }

    /** Their summaries. */
    Dataset<Row> summaries(SparkSession spark) throws IOException, NoInputException {
        FleetPlace place = new FleetPlace(spark, table);
        if (!place.has(SummaryTable.NAME)) {
            throw NoInputException.unreadable(table + ": it holds no table " + SummaryTable.NAME + ": Fold makes one");
        }
        Dataset<Row> all = place.table(SummaryTable.NAME, SummaryRows.COLUMNS);
        if (conditions.isEmpty()) {
            return all;
        }
        try {
            BootFilter.of(conditions);
        } catch (IllegalArgumentException e) {
            throw NoInputException.usage("--where " + e.getMessage());
        }
        spark.udf().register("is_wanted", HeaderQuestion.isWanted(conditions), DataTypes.BooleanType);
        return all.filter(asked("is_wanted"));
    }

    /** What headers say under a key, as a column; null where one does not say it. */
    static Column fact(String key, String option, SparkSession spark) throws NoInputException {
        try {
            BootFilter.fact(key);
        } catch (IllegalArgumentException e) {
            throw NoInputException.usage(option + " " + e.getMessage());
        }
        String name = "fact_of" + option.replace('-', '_');
        spark.udf().register(name, HeaderQuestion.fact(key), DataTypes.StringType);
        return asked(name);
    }

    private static Column asked(String question) {
        return callUDF(question, col("log"), col("kernel"), col("machine"), col("tags"));
    }

    /** The selected ones, or a sentence that there are none. */
    static void refuseNone(long boots, FleetBoots chosen) throws NoInputException {
        if (boots == 0) {
            String where = chosen.conditions.isEmpty() ? "" : " with " + String.join(" and ", chosen.conditions);
            throw NoInputException.unreadable(chosen.table + ": it holds no boot" + where);
        }
    }

    /** @return what spark hands over as nothing */
    static @Nullable Long number(Row row, int at) {
        return row.isNullAt(at) ? null : Long.valueOf(row.getLong(at));
    }
}
