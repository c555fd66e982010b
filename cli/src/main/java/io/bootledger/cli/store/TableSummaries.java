package io.bootledger.cli.store;

import io.bootledger.cli.output.SqlEngineJar;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.readmodels.BootFilter;
import io.bootledger.readmodels.StoredSummaries;
import io.bootledger.readmodels.SummaryColumn;
import io.bootledger.readmodels.SummaryTable;
import io.bootledger.readmodels.TabledBoot;
import io.bootledger.reports.sql.SqlEngine;
import io.bootledger.traces.store.BootHeader;
import io.bootledger.traces.store.BootId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is remembered of the boots of a fleet, in Parquet files. The wanted boots' headers are in memory, and what is asked of them. */
public final class TableSummaries implements SelectedSummaries {
    private static final String ALL_IN_IT = "**/*.parquet";

    private final Path place;
    private final SqlEngine engine = SqlEngineJar.find();
    private List<BootHeader> selected = List.of();

    /** @param place a file, a pattern, or the folder of the table or of all tables */
    public TableSummaries(Path place) {
        this.place = place;
    }

    private String files() {
        Path table = place.resolve(SummaryTable.NAME);
        Path folder = Files.isDirectory(table) ? table : place;
        return (Files.isDirectory(folder) ? folder.resolve(ALL_IN_IT) : folder).toString();
    }

    @Override
    public List<BootHeader> boots(WantedBoots where) {
        BootFilter filter = where.filter();
        List<BootHeader> boots = new ArrayList<>();
        read(SummaryTable.OF_HEADER, null, cells -> {
            BootHeader header = SummaryTable.header(cells);
            if (filter.test(header)) {
                boots.add(header);
            }
        });
        if (boots.isEmpty()) {
            String none = where.conditions().isEmpty() ? ": it holds no boot" : ": none of its boots has " + where;
            throw CommandFailure.unreadable(place + none, null);
        }
        boots.sort(StoredSummaries.ORDER);
        selected = List.copyOf(boots);
        return selected;
    }

    @Override
    public void forEach(Predicate<BootHeader> wanted, StoredSummaries.Use use) {
        List<BootHeader> boots = selected.stream().filter(wanted).toList();
        Map<BootId, TabledBoot> read = new HashMap<>();
        if (!boots.isEmpty()) {
            List<String> names = boots.stream().map(boot -> boot.id().hex()).toList();
            read(SummaryTable.COLUMNS, names, cells -> {
                TabledBoot boot = SummaryTable.boot(cells);
                read.put(boot.header().id(), boot);
            });
        }
        StorePlace.Reading.of(place, () -> {
            for (TabledBoot boot : read.values().stream()
                    .sorted(Comparator.comparing(TabledBoot::header, StoredSummaries.ORDER))
                    .toList()) {
                use.of(boot.header(), boot.summary());
            }
            return read;
        });
    }

    private interface Taker {
        void take(List<@Nullable Object> cells);
    }

    private void read(List<SummaryColumn> columns, @Nullable Collection<String> boots, Taker taker) {
        StorePlace.Reading.of(place, () -> {
            try {
                engine.readParquet(
                        files(),
                        columns.stream().map(SummaryColumn::name).toList(),
                        boots,
                        cells -> taker.take(ordered(columns, cells)));
            } catch (IllegalArgumentException | ClassCastException | ArithmeticException e) {
                throw new IOException("it is no table of summaries: " + e.getMessage(), e);
            }
            return place;
        });
    }

    /** Records by their fields' places. */
    private static List<@Nullable Object> ordered(List<SummaryColumn> columns, List<@Nullable Object> cells) {
        List<@Nullable Object> ordered = new ArrayList<>();
        for (int at = 0; at < cells.size(); at++) {
            Object cell = cells.get(at);
            List<SummaryColumn> fields = columns.get(at).fields();
            ordered.add(
                    cell == null || fields.isEmpty()
                            ? cell
                            : ((List<?>) cell)
                                    .stream()
                                            .map(each -> record(fields, (Map<?, ?>) each))
                                            .toList());
        }
        return ordered;
    }

    private static List<@Nullable Object> record(List<SummaryColumn> fields, Map<?, ?> record) {
        List<@Nullable Object> values = new ArrayList<>();
        fields.forEach(field -> values.add(record.get(field.name())));
        return values;
    }

    @Override
    public void close() {}
}
