package io.bootledger.readmodels;

import io.bootledger.analyzer.compare.measure.BootSummary;
import io.bootledger.analyzer.compare.measure.CallColumns;
import io.bootledger.analyzer.compare.measure.FailureKey;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.compare.measure.Segments;
import io.bootledger.readmodels.SummaryColumn.Form;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.store.BootHeader;
import io.bootledger.traces.store.BootId;
import io.bootledger.traces.store.BootOrigin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of boots as a table with a row for each, for engines that keep what is too much for one file: Parquet, say.
 * Columns are only ever added, and may be missing in older rows: then they are null.
 */
public final class SummaryTable {
    public static final String NAME = "summaries";

    /** In the order of cells. The first names the boot, whole. */
    public static final List<SummaryColumn> COLUMNS = List.of(
            SummaryColumn.of("boot", Form.TEXT),
            SummaryColumn.of("log", Form.TEXT),
            SummaryColumn.of("number", Form.NUMBER),
            SummaryColumn.of("tags", Form.TEXT_BY_NAME),
            SummaryColumn.of("kernel", Form.TEXT),
            SummaryColumn.of("machine", Form.TEXT),
            SummaryColumn.of("command_line", Form.TEXT),
            SummaryColumn.of("events", Form.NUMBER),
            SummaryColumn.of("incomplete", Form.TEXT),
            SummaryColumn.of("died", Form.TEXT),
            SummaryColumn.of("environment", Form.TEXT_BY_NAME),
            SummaryColumn.of("total_us", Form.NUMBER),
            SummaryColumn.of("phases_us", Form.NUMBER_BY_NAME),
            SummaryColumn.of("levels_us", Form.NUMBER_BY_NAME),
            SummaryColumn.of("gaps_us", Form.NUMBER_BY_NAME),
            SummaryColumn.records("segments", SummaryColumn.of("name", Form.TEXT), SummaryColumn.of("us", Form.NUMBER)),
            SummaryColumn.of("segments_uncertainty_us", Form.NUMBER),
            SummaryColumn.records(
                    "calls",
                    SummaryColumn.of("function", Form.TEXT),
                    SummaryColumn.of("module", Form.TEXT),
                    SummaryColumn.of("occurrence", Form.NUMBER),
                    SummaryColumn.of("level", Form.TEXT),
                    SummaryColumn.of("duration_us", Form.NUMBER),
                    SummaryColumn.of("return", Form.NUMBER)),
            SummaryColumn.records(
                    "failures",
                    SummaryColumn.of("kind", Form.TEXT),
                    SummaryColumn.of("name", Form.TEXT),
                    SummaryColumn.of("module", Form.TEXT),
                    SummaryColumn.of("error", Form.TEXT)),
            SummaryColumn.of("deferred", Form.TEXTS),
            SummaryColumn.of("malformed", Form.NUMBER));

    /** Those of the header alone, in the order of cells. */
    public static final List<SummaryColumn> OF_HEADER = COLUMNS.subList(0, 8);

    private SummaryTable() {}

    /** The cells of a boot. */
    public static List<@Nullable Object> cells(BootHeader header, BootSummary boot) {
        return Arrays.asList(
                header.id().hex(),
                header.origin().log(),
                (long) header.origin().number(),
                header.origin().tags(),
                header.kernel(),
                header.machine(),
                header.commandLine(),
                header.events(),
                boot.incomplete(),
                boot.died(),
                boot.environment(),
                boot.totalUs(),
                boot.phases(),
                boot.levels(),
                boot.gaps(),
                segments(boot.segments()),
                boot.segments().uncertaintyUs(),
                calls(boot.calls()),
                boot.failures().stream().map(SummaryTable::failure).toList(),
                List.copyOf(boot.deferred()),
                boot.malformed());
    }

    private static List<List<@Nullable Object>> segments(Segments segments) {
        List<List<@Nullable Object>> records = new ArrayList<>();
        segments.us().forEach((name, us) -> records.add(Arrays.asList(name, us)));
        return records;
    }

    private static List<List<@Nullable Object>> calls(CallColumns calls) {
        List<List<@Nullable Object>> records = new ArrayList<>(calls.size());
        for (int row = 0; row < calls.size(); row++) {
            InitcallKey key = calls.key(row);
            InitcallLevel level = calls.level(row);
            records.add(Arrays.asList(
                    key.function(),
                    key.module(),
                    (long) key.occurrence(),
                    level == null ? null : level.toString(),
                    known(calls.durationUs(row)),
                    known(calls.returned(row))));
        }
        return records;
    }

    private static @Nullable Long known(long value) {
        return value == CallColumns.UNKNOWN ? null : Long.valueOf(value);
    }

    private static List<@Nullable Object> failure(FailureKey failure) {
        return Arrays.asList(failure.kind(), failure.name(), failure.module(), failure.error());
    }

    /**
     * The boot of a row.
     *
     * @throws IllegalArgumentException with a sentence about a row that is no boot's
     */
    public static TabledBoot boot(List<? extends @Nullable Object> cells) {
        SummaryCells row = new SummaryCells(COLUMNS, cells);
        BootHeader header = header(row);
        BootSummary summary = new BootSummary(
                header.origin().log(),
                header.kernel(),
                row.textOrNull("incomplete"),
                row.textOrNull("died"),
                row.texts("environment"),
                row.numberOrNull("total_us"),
                row.numbers("phases_us"),
                row.numbers("levels_us"),
                row.numbers("gaps_us"),
                segments(row),
                calls(row.records("calls")),
                new TreeSet<>(row.records("failures").stream()
                        .map(failure -> new FailureKey(
                                failure.text("kind"),
                                failure.text("name"),
                                failure.textOrNull("module"),
                                failure.textOrNull("error")))
                        .toList()),
                new TreeSet<>(row.textList("deferred")),
                row.number("malformed"));
        return new TabledBoot(header, summary);
    }

    /**
     * The header of a row's boot.
     *
     * @param cells of {@link #OF_HEADER}
     * @throws IllegalArgumentException with a sentence about a row that is no boot's
     */
    public static BootHeader header(List<? extends @Nullable Object> cells) {
        return header(new SummaryCells(OF_HEADER, cells));
    }

    private static BootHeader header(SummaryCells row) {
        return new BootHeader(
                new BootId(row.text("boot")),
                new BootOrigin(row.text("log"), Math.toIntExact(row.number("number")), row.texts("tags")),
                row.textOrNull("kernel"),
                row.textOrNull("machine"),
                row.textOrNull("command_line"),
                row.number("events"));
    }

    private static Segments segments(SummaryCells row) {
        Map<String, Long> us = new LinkedHashMap<>();
        row.records("segments").forEach(segment -> us.put(segment.text("name"), segment.number("us")));
        return new Segments(us, row.numberOrNull("segments_uncertainty_us"));
    }

    private static CallColumns calls(List<SummaryCells> records) {
        int size = records.size();
        InitcallKey[] keys = new InitcallKey[size];
        @Nullable InitcallLevel[] levels = new @Nullable InitcallLevel[size];
        long[] durationsUs = new long[size];
        long[] returns = new long[size];
        for (int at = 0; at < size; at++) {
            SummaryCells call = records.get(at);
            keys[at] = new InitcallKey(
                    call.text("function"), call.textOrNull("module"), Math.toIntExact(call.number("occurrence")));
            String level = call.textOrNull("level");
            levels[at] = level == null ? null : InitcallLevel.ofName(level);
            durationsUs[at] = orUnknown(call.numberOrNull("duration_us"));
            returns[at] = orUnknown(call.numberOrNull("return"));
        }
        return new CallColumns(keys, levels, durationsUs, returns);
    }

    private static long orUnknown(@Nullable Long value) {
        return value == null ? CallColumns.UNKNOWN : value;
    }
}
