package io.bootledger.cli.boot;

import io.bootledger.cli.input.BootFinisher;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Complaint;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.store.Ingest;
import io.bootledger.cli.store.StorePlace;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import io.bootledger.traces.input.TraceReader;
import io.bootledger.traces.store.FileEventStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where boots are kept as events too, with the tag {@code side}. */
final class BootStore {
    @Option(
            names = "--store",
            paramLabel = "DIR",
            description = "Keep the boots in this event store as well, as ingest does, with the tag side=a or side=b.")
    private @Nullable Path directory;

    /** Makes it, before anything is booted for it. */
    void prepare(Surroundings here) {
        if (directory != null) {
            StorePlace.of(directory).openOrCreate(here);
        }
    }

    /** Keeps them, if that is asked for. */
    void keep(List<KeptBoot> boots, Surroundings here) {
        Path kept = directory;
        if (kept == null) {
            return;
        }
        StorePlace place = StorePlace.of(kept);
        FileEventStore store = place.openOrCreate(here);
        try (BootFinisher beside = new BootFinisher()) {
            for (KeptBoot boot : boots) {
                keep(store, kept, boot, beside);
            }
            beside.end();
        }
    }

    private static void keep(FileEventStore store, Path place, KeptBoot boot, BootFinisher beside) {
        TreeMap<String, String> tags = new TreeMap<>();
        tags.put("side", boot.side().name());
        String log = boot.log().toString();
        try (LogSource source = LogSource.file(boot.log());
                Ingest ingest = new Ingest(store, place, log, tags, beside, kept -> {})) {
            TraceReader.read(source, ReadingOptions.EVERYTHING, ingest);
        } catch (IOException e) {
            throw CommandFailure.unreadable(Complaint.reading(log, e), e);
        }
    }
}
