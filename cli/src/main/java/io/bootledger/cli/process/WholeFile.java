package io.bootledger.cli.process;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A file that appears whole or not at all: written beside its place under another name, synced, renamed. A device or a pipe is
 * written to as it is.
 */
public final class WholeFile extends FilterOutputStream {
    private final Path place;
    /** Null where the place is no file. */
    private final @Nullable TemporaryPlace beside;

    private WholeFile(Path place, @Nullable TemporaryPlace beside, OutputStream out) {
        super(out);
        this.place = place;
        this.beside = beside;
    }

    public static WholeFile at(Path path) throws IOException {
        Path place = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        if (Files.exists(place) && !Files.isRegularFile(place)) {
            return new WholeFile(place, null, buffered(place, StandardOpenOption.WRITE));
        }
        TemporaryPlace beside = TemporaryPlace.of(place);
        try {
            OutputStream out = buffered(beside.part(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return new WholeFile(place, beside, out);
        } catch (IOException e) {
            beside.close();
            throw e;
        }
    }

    private static OutputStream buffered(Path path, StandardOpenOption... options) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(path, options), 1 << 16);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
    }

    /** Everything is written: puts a file into its place, and sends to any other stream what is held back. */
    public static void finish(OutputStream out) throws IOException {
        if (out instanceof WholeFile file) {
            file.finish();
        } else {
            out.flush();
        }
    }

    /** Of a file that was not finished nothing remains; any other stream is left as it is. */
    public static void abandon(OutputStream out) throws IOException {
        if (out instanceof WholeFile file) {
            file.close();
        }
    }

    /** Everything is written: puts the file into its place. */
    public void finish() throws IOException {
        out.close();
        if (beside != null) {
            Durably.sync(beside.part());
            Files.move(beside.part(), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Durably.syncParent(place);
        }
    }

    /** Without {@link #finish()} nothing remains. */
    @Override
    public void close() throws IOException {
        if (beside != null) {
            beside.close();
        }
    }
}
