package io.bootledger.fleet;

import io.bootledger.analyzer.population.Spread;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.collection.Seq;

/** How durations are spread, as a function of SQL over all of them: the same numbers as elsewhere, to the last digit. */
final class SpreadColumn {
    private static final StructType COLUMNS = new StructType()
            .add("timed", DataTypes.IntegerType)
            .add("min_us", DataTypes.LongType)
            .add("median_us", DataTypes.LongType)
            .add("p95_us", DataTypes.LongType)
            .add("max_us", DataTypes.LongType)
            .add("cv_permille", DataTypes.LongType);

    private SpreadColumn() {}

    /** Makes {@code spread(collect_list(us))} known. */
    static void register(SparkSession spark) {
        UDF1<Seq<Long>, @Nullable Row> spread = SpreadColumn::row;
        spark.udf().register("spread", spread, COLUMNS);
    }

    private static @Nullable Row row(Seq<Long> durationsUs) {
        long[] all = new long[durationsUs.size()];
        for (int at = 0; at < all.length; at++) {
            all[at] = durationsUs.apply(at);
        }
        Spread spread = Spread.of(all);
        return spread == null
                ? null
                : RowFactory.create(
                        spread.count(),
                        spread.minUs(),
                        spread.medianUs(),
                        spread.p95Us(),
                        spread.maxUs(),
                        spread.cvPermille());
    }

    /** Null where there was nothing to spread. */
    static @Nullable Spread of(Row row, int at) {
        if (row.isNullAt(at)) {
            return null;
        }
        Row spread = row.getStruct(at);
        return new Spread(
                spread.getInt(0),
                spread.getLong(1),
                spread.getLong(2),
                spread.getLong(3),
                spread.getLong(4),
                FleetBoots.number(spread, 5));
    }
}
