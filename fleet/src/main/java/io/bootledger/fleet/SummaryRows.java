package io.bootledger.fleet;

import io.bootledger.analyzer.compare.measure.BootSummary;
import io.bootledger.readmodels.SummaryColumn;
import io.bootledger.readmodels.SummaryColumn.Form;
import io.bootledger.readmodels.SummaryTable;
import io.bootledger.readmodels.TabledBoot;
import io.bootledger.reports.sql.Utf8;
import io.bootledger.traces.store.BootHeader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** The table of summaries as Spark has it, and its rows. */
final class SummaryRows {
    /** In the order of {@link SummaryTable#COLUMNS}. */
    static final StructType COLUMNS = struct(SummaryTable.COLUMNS);

    private SummaryRows() {}

    private static StructType struct(List<SummaryColumn> columns) {
        StructType struct = new StructType();
        for (SummaryColumn column : columns) {
            struct = struct.add(column.name(), type(column));
        }
        return struct;
    }

    private static DataType type(SummaryColumn column) {
        return switch (column.form()) {
            case TEXT -> DataTypes.StringType;
            case NUMBER -> DataTypes.LongType;
            case TEXTS -> DataTypes.createArrayType(DataTypes.StringType);
            case TEXT_BY_NAME -> DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType);
            case NUMBER_BY_NAME -> DataTypes.createMapType(DataTypes.StringType, DataTypes.LongType);
            case RECORDS -> DataTypes.createArrayType(struct(column.fields()));
        };
    }

    static Row of(BootHeader header, BootSummary summary) {
        return RowFactory.create(SummaryTable.cells(header, summary).stream()
                .map(SummaryRows::external)
                .toArray());
    }

    /** As Spark takes it. */
    private static @Nullable Object external(@Nullable Object value) {
        if (value instanceof String text) {
            return Utf8.of(text);
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> sound = new LinkedHashMap<>();
            map.forEach((key, each) -> sound.put(external(key), external(each)));
            return CollectionConverters.asScala(sound);
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(each -> each instanceof List<?> fields
                            ? RowFactory.create(
                                    fields.stream().map(SummaryRows::external).toArray())
                            : external(each))
                    .toArray();
        }
        return value;
    }

    /** A boot out of the table. */
    static TabledBoot boot(Row row) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (SummaryColumn column : SummaryTable.COLUMNS) {
            cells.add(cell(row, row.fieldIndex(column.name()), column.form()));
        }
        return SummaryTable.boot(cells);
    }

    private static @Nullable Object cell(Row row, int at, Form form) {
        if (row.isNullAt(at)) {
            return null;
        }
        return switch (form) {
            case TEXT, NUMBER -> row.get(at);
            case TEXTS -> row.getList(at);
            case TEXT_BY_NAME, NUMBER_BY_NAME -> row.getJavaMap(at);
            case RECORDS ->
                row.<Row>getList(at).stream().map(SummaryRows::fields).toList();
        };
    }

    private static List<@Nullable Object> fields(Row record) {
        @Nullable Object[] fields = new @Nullable Object[record.size()];
        for (int at = 0; at < fields.length; at++) {
            fields[at] = record.get(at);
        }
        return Arrays.asList(fields);
    }
}
