package io.bootledger.traces.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
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

    /** Opens it to read; null when there is none that we may read. */
    public @Nullable FileChannel open() throws IOException {
        try {
            return FileChannel.open(place, StandardOpenOption.READ);
        } catch (FileSystemException e) {
            return null;
        }
    }

    /** Begins a new one. */
    public Next next() throws IOException {
        Files.createDirectories(place.getParent());
        Files.createDirectories(incoming);
        PartFile part = PartFile.create(incoming);
        return new Next(part.channel(), () -> part.moveTo(place), part);
    }

    /** Begins one that nobody else will see, for a store that cannot be written. */
    public Next unkept() throws IOException {
        FileChannel channel = FileChannel.open(
                Files.createTempFile("bootledger", ".view"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        return new Next(channel, () -> {}, channel);
    }

    /** For people. */
    @Override
    public String toString() {
        return place.toString();
    }

    private interface Placing {
        void place() throws IOException;
    }

    /** The one that is being written. */
    public static final class Next implements Closeable {
        private final FileChannel channel;
        private final Placing placing;
        private final Closeable open;

        private Next(FileChannel channel, Placing placing, Closeable open) {
            this.channel = channel;
            this.placing = placing;
            this.open = open;
        }

        /** Writes at its end; to be closed or flushed before it is committed. */
        public OutputStream out() {
            return PartFile.appending(channel);
        }

        /** Puts it into its place. It can be read until it is closed, also when somebody replaces it before. */
        public FileChannel commit() throws IOException {
            placing.place();
            return channel;
        }

        /** Unless it was committed, nothing of it remains. */
        @Override
        public void close() throws IOException {
            open.close();
        }
    }
}
