package io.bootledger.fleet;

import io.bootledger.reports.sql.BootTable;
import io.bootledger.reports.sql.Utf8;
import io.bootledger.reports.table.Column;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** A table of {@code query} as Spark has it. */
final class FleetTable {
    private FleetTable() {}

    /** All of it, in order. */
    static StructType columns(BootTable<?> table) {
        StructType columns = new StructType().add(BootTable.BOOT, DataTypes.StringType, false);
        return add(table, columns);
    }

    /** Those behind the boot's name. */
    static StructType facts(BootTable<?> table) {
        return add(table, new StructType());
    }

    private static StructType add(BootTable<?> table, StructType columns) {
        StructType all = columns;
        for (Column<?> column : table.columns()) {
            all = all.add(column.name(), type(column.type()));
        }
        return all;
    }

    private static DataType type(Class<?> type) {
        if (type == Long.class) {
            return DataTypes.LongType;
        }
        return type == Boolean.class ? DataTypes.BooleanType : DataTypes.StringType;
    }

    /** The facts of a boot's rows. */
    static <T> Row[] rows(BootTable<T> table, BootTable.Row boot) {
        return table.of().apply(boot).stream()
                .map(row -> row(table.columns(), row))
                .toArray(Row[]::new);
    }

    private static <T> Row row(List<Column<T>> columns, T row) {
        return RowFactory.create(
                columns.stream().map(column -> cell(column.of(row))).toArray());
    }

    private static @Nullable Object cell(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.longValue();
        }
        return value == null || value instanceof Boolean ? value : Utf8.of(value.toString());
    }
}
