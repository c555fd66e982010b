package io.bootledger.fleet;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.compare.measure.BootSummary;
import io.bootledger.readmodels.SummaryTable;
import io.bootledger.reports.sql.BootFacts;
import io.bootledger.reports.sql.BootTable;
import io.bootledger.reports.sql.Utf8;
import io.bootledger.traces.event.KernelVersion;
import io.bootledger.traces.store.BootHeader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * What comes of reading logs, a row for each boot: which it is, where it belongs, and the rows that it has in each table, nested. So a
 * log is read once for all tables. A row without a boot says why an input cannot be read.
 */
final class FoldedRows {
    static final String INPUT = "input";
    static final String REASON = "reason";
    static final String LOG = "log";
    static final String NUMBER = "number";
    /** The tables' folders: of kernels by their first two numbers, 6.1, and of days. */
    static final String KERNEL_FOLDER = "of_kernel";

    static final String DAY_FOLDER = "of_day";

    static final StructType COLUMNS = columns();

    private static final String DAY = "day";
    private static final String UNKNOWN = "unknown";

    private FoldedRows() {}

    private static StructType columns() {
        StructType columns = new StructType();
        for (String text : List.of(INPUT, REASON, BootTable.BOOT, LOG)) {
            columns = columns.add(text, DataTypes.StringType);
        }
        columns = columns.add(NUMBER, DataTypes.LongType)
                .add(KERNEL_FOLDER, DataTypes.StringType)
                .add(DAY_FOLDER, DataTypes.StringType);
        for (BootTable<?> table : BootTable.OF_BOOTS) {
            columns = columns.add(nested(table.name()), DataTypes.createArrayType(FleetTable.facts(table)));
        }
        return columns.add(nested(SummaryTable.NAME), DataTypes.createArrayType(SummaryRows.COLUMNS));
    }

    /** The column of a table's rows. */
    static String nested(String table) {
        return "rows_of_" + table;
    }

    static Row unread(String input, String reason) {
        @Nullable Object[] cells = new @Nullable Object[COLUMNS.size()];
        cells[0] = Utf8.of(input);
        cells[1] = Utf8.of(reason);
        return RowFactory.create(cells);
    }

    static Row boot(String input, BootHeader header, BootAnalysis analysis) {
        String boot = header.id().hex();
        BootTable.Row row = new BootTable.Row(
                new BootFacts(
                        boot,
                        header.origin().log(),
                        header.origin().number(),
                        header.origin().tags()),
                analysis);
        List<@Nullable Object> cells = new ArrayList<>(Arrays.asList(
                Utf8.of(input),
                null,
                boot,
                Utf8.of(header.origin().log()),
                (long) header.origin().number(),
                kernelFolder(header.kernel()),
                dayFolder(header.origin().tags().get(DAY))));
        for (BootTable<?> table : BootTable.OF_BOOTS) {
            cells.add(FleetTable.rows(table, row));
        }
        cells.add(new Row[] {SummaryRows.of(header, BootSummary.of(analysis))});
        return RowFactory.create(cells.toArray());
    }

    /** A log may name its kernel as it likes, and a build machine a new one with each build: neither makes a folder. */
    private static String kernelFolder(@Nullable String release) {
        KernelVersion version = release == null ? null : KernelVersion.of(release);
        return version == null ? UNKNOWN : version.major() + "." + version.minor();
    }

    private static String dayFolder(@Nullable String day) {
        return day != null && day.matches("[0-9A-Za-z][0-9A-Za-z._-]{0,31}") ? day : UNKNOWN;
    }
}
