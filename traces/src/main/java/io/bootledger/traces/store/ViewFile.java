package io.bootledger.traces.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A read model beside the boots: a file that is made from them, and may be deleted at any time. It is there whole or not at all,
 * and is replaced as a whole; who reads it meanwhile keeps what was there.
 */
public final class ViewFile {
    private final Path place;
    private final Path incoming;

    ViewFile(Path place, Path incoming) {
        this.place = place;
        this.incoming = incoming;
    }

    /** Opens it to read; null when there is none. */
    public @Nullable FileChannel open() throws IOException {
        try {
            return FileChannel.open(place, StandardOpenOption.READ);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** Begins a new one. */
    public Next next() throws IOException {
        Files.createDirectories(place.getParent());
        Files.createDirectories(incoming);
        return new Next(Part.create(incoming), place);
    }

    /** For people. */
    @Override
    public String toString() {
        return place.toString();
    }

    /** The one that is being written. */
    public static final class Next implements Closeable {
        private final Part part;
        private final Path place;

        private Next(Part part, Path place) {
            this.part = part;
            this.place = place;
        }

        /** Writes at its end; to be closed or flushed before it is committed. */
        public OutputStream out() {
            return part.out();
        }

        /** Puts it into its place. It can be read until it is closed, also when somebody replaces it before. */
        public FileChannel commit() throws IOException {
            part.moveTo(place);
            return part.channel();
        }

        /** Unless it was committed, nothing of it remains. */
        @Override
        public void close() throws IOException {
            part.close();
        }
    }
}
