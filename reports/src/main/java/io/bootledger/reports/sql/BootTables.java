package io.bootledger.reports.sql;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.traces.event.RecordedEvent;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** The tables of boots, open to be changed. */
public interface BootTables extends Closeable {
    /** The names of the boots that are in the tables. */
    Set<String> boots();

    /** Adds a boot, whose events come before it, on the same thread. */
    void add(BootFacts boot, BootAnalysis analysis) throws IOException;

    /**
     * Adds an event of a boot.
     *
     * @param type of the event, as on file
     */
    void event(String boot, String type, RecordedEvent event) throws IOException;

    /** Takes a boot out. */
    void remove(String boot) throws IOException;

    /**
     * Writes a table of all boots, in their order, as a Parquet file.
     *
     * @param table its name, one of {@code TableRows.NAMED}
     */
    void writeParquet(String table, Path file) throws IOException;
}
