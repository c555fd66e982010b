package io.bootledger.cli.output;

import io.bootledger.reports.csv.CsvReport;
import io.bootledger.reports.metrics.BootMetrics;
import io.bootledger.reports.trace.ChromeTrace;
import io.bootledger.reports.trace.FoldedStacks;
import io.bootledger.reports.trace.Speedscope;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** What boots can be exported as. */
public enum ExportFormat {
    /** A row for each initcall, or of another table. */
    CSV(false, (place, table, out) -> {
        CsvReport csv = CsvReport.of(table.rows(), out);
        return new ExportOutput(place, out, csv::add, csv::end);
    }),
    /** The events. */
    JSONL(true, (place, table, out) -> new EventsOutput(place, out)),
    /** Trace Event Format. */
    CHROME(false, (place, table, out) -> {
        ChromeTrace trace = ChromeTrace.begin(out);
        return new ExportOutput(place, out, trace::add, trace::end);
    }),
    SPEEDSCOPE(false, (place, table, out) -> {
        Speedscope profiles = Speedscope.begin(out);
        return new ExportOutput(place, out, profiles::add, profiles::end);
    }),
    /** Folded stacks. */
    FOLDED(false, (place, table, out) -> {
        FoldedStacks stacks = FoldedStacks.begin(out);
        return new ExportOutput(place, out, stacks::add, stacks::end);
    }),
    OPENMETRICS(false, (place, table, out) -> {
        BootMetrics metrics = BootMetrics.begin(out);
        return new ExportOutput(place, out, metrics::add, metrics::end);
    }),
    /** The same by column. */
    PARQUET(false, ParquetOutput::begin);

    /** Begins an export. */
    interface Beginning {
        /**
         * Begins one.
         *
         * @param place where it goes, for people
         * @param table which rows, of what has rows
         */
        ResultSink begin(Object place, ExportTable table, OutputStream out) throws IOException;
    }

    private final boolean ofEvents;
    private final Beginning beginning;

    ExportFormat(boolean ofEvents, Beginning beginning) {
        this.ofEvents = ofEvents;
        this.beginning = beginning;
    }

    /** Whether it holds the events themselves, and not what they say of a boot. */
    public boolean ofEvents() {
        return ofEvents;
    }

    /** Whether it has rows, of whichever table. */
    public boolean ofRows() {
        return this == CSV || this == PARQUET;
    }

    public ResultSink begin(Object place, ExportTable table, OutputStream out) throws IOException {
        return beginning.begin(place, table, out);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
