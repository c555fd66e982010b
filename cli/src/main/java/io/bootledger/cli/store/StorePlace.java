package io.bootledger.cli.store;

import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Complaint;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.Writing;
import io.bootledger.traces.store.FileEventStore;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which event store a command works on. */
public final class StorePlace {
    public static final String VARIABLE = "BOOTLEDGER_STORE";
    static final String FOLDER = ".bootledger";

    @Option(
            names = "--store",
            paramLabel = "DIR",
            description = {
                "The event store. Without it $" + VARIABLE + ", else the nearest " + FOLDER + " here or above."
            })
    private @Nullable Path directory;

    /** The one in a directory. */
    public static StorePlace of(Path directory) {
        StorePlace place = new StorePlace();
        place.directory = directory;
        return place;
    }

    /** Whether the command line names it. */
    public boolean isNamed() {
        return directory != null;
    }

    /** Whether there is one. */
    public boolean exists(Surroundings here) {
        return FileEventStore.isStore(place(here));
    }

    /** Opens it to read. */
    public FileEventStore open(Surroundings here) {
        Path place = place(here);
        if (!FileEventStore.isStore(place)) {
            throw CommandFailure.unreadable(
                    place + ": there is no event store: bootledger ingest LOG makes one, --store names another", null);
        }
        return Reading.of(place, () -> FileEventStore.open(place));
    }

    /** Opens it to write; makes it where there is none. */
    public FileEventStore openOrCreate(Surroundings here) {
        Path place = place(here);
        FileEventStore[] store = new FileEventStore[1];
        Writing.to(place, () -> store[0] = FileEventStore.openOrCreate(place));
        return store[0];
    }

    public Path place(Surroundings here) {
        if (directory != null) {
            return directory;
        }
        String named = here.environment().getOrDefault(VARIABLE, "");
        return named.isEmpty() ? nearest(Path.of("")) : Path.of(named);
    }

    /** As git finds its own; where there is none, it would be made in that directory. */
    public static Path nearest(Path from) {
        for (Path folder = from.toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (FileEventStore.isStore(folder.resolve(FOLDER))) {
                return folder.resolve(FOLDER);
            }
        }
        return from.resolve(FOLDER);
    }

    /** Something that reads; what goes wrong ends the command with a sentence. */
    @FunctionalInterface
    public interface Reading<T> {
        T read() throws IOException;

        static <T> T of(Object place, Reading<T> reading) {
            try {
                return reading.read();
            } catch (IOException e) {
                throw CommandFailure.unreadable(Complaint.reading(place.toString(), e), e);
            }
        }
    }
}
