package io.bootledger.fleet;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import io.bootledger.readmodels.SummaryTable;
import io.bootledger.reports.sql.BootTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Where the tables of a fleet lie: a folder for each, wherever Spark can write. Files in them are only ever added. */
final class FleetPlace {
    /** What cannot be read, and why. */
    static final String UNREAD = "unread";

    static final StructType UNREAD_COLUMNS =
            new StructType().add(FoldedRows.INPUT, DataTypes.StringType).add(FoldedRows.REASON, DataTypes.StringType);

    private final SparkSession spark;
    private final String place;

    FleetPlace(SparkSession spark, String place) {
        this.spark = spark;
        this.place = place;
    }

    /** Every table with a row for each boot, or more; the one that says that a boot is there is the last. */
    static List<String> tables() {
        List<String> tables =
                new ArrayList<>(BootTable.OF_BOOTS.stream().map(BootTable::name).toList());
        tables.add(SummaryTable.NAME);
        tables.remove("boots");
        tables.add("boots");
        return tables;
    }

    static StructType columns(String table) {
        return table.equals(SummaryTable.NAME)
                ? SummaryRows.COLUMNS
                : BootTable.OF_BOOTS.stream()
                        .filter(each -> each.name().equals(table))
                        .findFirst()
                        .map(FleetTable::columns)
                        .orElseThrow();
    }

    String path(String table) {
        return new Path(place, table).toString();
    }

    boolean has(String table) throws IOException {
        return files().exists(new Path(path(table)));
    }

    FileSystem files() throws IOException {
        return new Path(place).getFileSystem(spark.sessionState().newHadoopConf());
    }

    /** A table, or some columns of it; without a row where nothing was folded yet. */
    Dataset<Row> table(String table, StructType columns) throws IOException {
        return has(table)
                ? spark.read().schema(columns).parquet(path(table)).select(selected(columns))
                : spark.createDataFrame(List.of(), columns);
    }

    private static Column[] selected(StructType columns) {
        Column[] selected = new Column[columns.size()];
        for (int at = 0; at < selected.length; at++) {
            selected[at] = col("`" + columns.apply(at).name() + "`");
        }
        return selected;
    }

    /** The names of the boots that have rows in a table. */
    Dataset<Row> boots(String table) throws IOException {
        return table(table, new StructType().add(BootTable.BOOT, DataTypes.StringType))
                .distinct();
    }

    /**
     * Adds the rows of boots that have none there. All rows that a boot has in a table are written to one file: a job that was broken
     * off has left all of them or none.
     *
     * @param folded boots as {@link FoldedRows}
     */
    void add(String table, Dataset<Row> folded) throws IOException {
        Dataset<Row> missing = folded.join(boots(table), using(BootTable.BOOT), "left_anti")
                .hint("rebalance", col(FoldedRows.KERNEL_FOLDER), col(FoldedRows.DAY_FOLDER));
        boolean named = !table.equals(SummaryTable.NAME);
        List<Column> columns = new ArrayList<>();
        if (named) {
            columns.add(col(BootTable.BOOT));
        }
        columns.add(col("row.*"));
        columns.add(col(FoldedRows.KERNEL_FOLDER));
        columns.add(col(FoldedRows.DAY_FOLDER));
        missing.select(
                        col(BootTable.BOOT),
                        col(FoldedRows.KERNEL_FOLDER),
                        col(FoldedRows.DAY_FOLDER),
                        explode(col(FoldedRows.nested(table))).as("row"))
                .select(columns.toArray(Column[]::new))
                .write()
                .mode(SaveMode.Append)
                .partitionBy(FoldedRows.KERNEL_FOLDER, FoldedRows.DAY_FOLDER)
                .parquet(path(table));
    }

    /** Adds what cannot be read, unless it is there. */
    void addUnread(Dataset<Row> unread) throws IOException {
        Dataset<Row> news = unread.select(selected(UNREAD_COLUMNS))
                .except(table(UNREAD, UNREAD_COLUMNS))
                .coalesce(1);
        if (!news.isEmpty()) {
            news.write().mode(SaveMode.Append).parquet(path(UNREAD));
        }
    }

    /** A column to join by. */
    static Seq<String> using(String column) {
        return CollectionConverters.asScala(List.of(column)).toSeq();
    }
}
