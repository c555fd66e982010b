package io.bootledger.cli.output;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Durably;
import io.bootledger.cli.process.WholeFile;
import io.bootledger.cli.process.Writing;
import io.bootledger.reports.sql.BootFacts;
import io.bootledger.reports.sql.BootTables;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

/** A table as a Parquet file. The engine writes files, not streams: what it writes is copied. */
final class ParquetOutput implements ResultSink {
    private final Object place;
    private final OutputStream out;
    private final Path folder;
    private final BootTables tables;
    private final ExportTable table;
    private int boots;

    private ParquetOutput(Object place, ExportTable table, OutputStream out, Path folder, BootTables tables) {
        this.table = table;
        this.place = place;
        this.out = out;
        this.folder = folder;
        this.tables = tables;
    }

    /** @param place where it goes, for people */
    static ParquetOutput begin(Object place, ExportTable table, OutputStream out) throws IOException {
        Path folder = Files.createTempDirectory("bootledger");
        try {
            return new ParquetOutput(
                    place, table, out, folder, SqlEngineJar.find().open(folder.resolve("boots.duckdb")));
        } catch (IOException | CommandFailure e) {
            Durably.deleteTree(folder);
            throw e;
        }
    }

    @Override
    public void boot(BootAnalysis boot) {
        String number = Integer.toString(++boots);
        Writing.to(place, () -> tables.add(new BootFacts(number, boot.source(), boots, new TreeMap<>()), boot));
    }

    @Override
    public void finish() {
        Writing.to(place, () -> {
            Path file = folder.resolve(table + ".parquet");
            tables.writeParquet(table.toString(), file);
            Files.copy(file, out);
            WholeFile.finish(out);
        });
    }

    @Override
    public void close() {
        Writing.to(place, () -> {
            WholeFile.abandon(out);
            tables.close();
            Durably.deleteTree(folder);
        });
    }
}
