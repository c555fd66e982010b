package io.bootledger.traces.store;

import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.packed.EventsFile;
import io.bootledger.traces.stream.CountedEvents;
import io.bootledger.traces.stream.EventJson;
import io.bootledger.traces.stream.EventLines;
import io.bootledger.traces.stream.EventReader;
import io.bootledger.traces.stream.EventsHeader;
import io.bootledger.traces.stream.EventsRead;
import io.bootledger.traces.stream.NewerSchemaException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The file of one boot: a gzip member with the header line, so that it is read alone, then one with the events, packed. In files of
 * older stores they are lines, and the file's name says so.
 */
final class Segment {
    private static final String SUFFIX = ".boot.gz";
    private static final String SUFFIX_OF_LINES = ".jsonl.gz";
    private static final int LEVEL = 1;

    private final Path path;
    private final BootId id;

    private Segment(Path path, BootId id) {
        this.path = path;
        this.id = id;
    }

    /** The file that is there, or else the one to be written. */
    static Segment in(Path directory, BootId id) {
        Segment packed = toWrite(directory, id);
        Path lines = directory.resolve(id.hex() + SUFFIX_OF_LINES);
        return isThere(lines) && !isThere(packed.path) ? new Segment(lines, id) : packed;
    }

    /** The same boot in the older form, where both are there: {@link #in} reads the other. */
    static List<Segment> behind(Path directory, BootId id) {
        Path lines = directory.resolve(id.hex() + SUFFIX_OF_LINES);
        return isThere(lines) && isThere(toWrite(directory, id).path) ? List.of(new Segment(lines, id)) : List.of();
    }

    static Segment toWrite(Path directory, BootId id) {
        return new Segment(directory.resolve(id.hex() + SUFFIX), id);
    }

    private static boolean isThere(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    static boolean isNamed(String file) {
        String name = nameIn(file);
        return name != null && BootId.isId(name);
    }

    static BootId idOf(String file) {
        return new BootId(Objects.requireNonNull(nameIn(file)));
    }

    private static @Nullable String nameIn(String file) {
        for (String suffix : List.of(SUFFIX, SUFFIX_OF_LINES)) {
            if (file.endsWith(suffix)) {
                return file.substring(0, file.length() - suffix.length());
            }
        }
        return null;
    }

    /** Packed events are short as they are. */
    static OutputStream zipped(OutputStream out) throws IOException {
        return new GZIPOutputStream(out, 1 << 13) {
            {
                def.setLevel(LEVEL);
            }
        };
    }

    static void writeHeader(BootHeader header, OutputStream out) throws IOException {
        try (OutputStream zipped = zipped(out)) {
            zipped.write(EventJson.MAPPER.writeValueAsBytes(header.line().packed()));
            zipped.write('\n');
        }
    }

    Path path() {
        return path;
    }

    /** @throws IOException when it is no file that a boot can be in */
    FileMark mark() throws IOException {
        BasicFileAttributes file = regularFile();
        return new FileMark(file.size(), file.lastModifiedTime().to(TimeUnit.NANOSECONDS));
    }

    BootHeader header() throws IOException {
        try (InputStream in = open()) {
            BootHeader header = header(firstLine(new EventLines(in).next()));
            if (!header.id().equals(id)) {
                throw new IOException("it is named as another boot than its header says");
            }
            return header;
        } catch (EOFException | ZipException e) {
            throw damaged(e);
        }
    }

    private static EventsHeader firstLine(@Nullable String line) throws IOException {
        EventsHeader first = EventReader.header(line);
        if (first == null) {
            throw new IOException("its first line is no header of a boot");
        }
        return first;
    }

    private static BootHeader header(EventsHeader first) throws IOException {
        BootHeader header = BootHeader.of(first);
        if (first.hasNewerForm() || header == null && first.version() > EventsHeader.VERSION) {
            throw NewerSchemaException.of(first);
        }
        if (header == null) {
            throw new IOException("its first line is no header of a boot");
        }
        return header;
    }

    EventsRead read(EventSink sink) throws IOException {
        long expected = header().events();
        EventsRead read = readAll(new CountedEvents(sink, expected));
        if (read.lines() != expected) {
            throw new IOException("it holds " + read.lines() + " events, and its header says " + expected);
        }
        return read;
    }

    private EventsRead readAll(EventSink sink) throws IOException {
        try (InputStream in = open()) {
            return EventsFile.open(in).read(sink);
        } catch (CountedEvents.ForgedException e) {
            throw e.getCause();
        } catch (EOFException | ZipException e) {
            throw damaged(e);
        }
    }

    /** Whether its header can be read, by this Bootledger or a newer one. */
    boolean isReadable() {
        return passes(this::header);
    }

    /** Whether nothing speaks against it. */
    boolean isSound() {
        return passes(this::verify);
    }

    private interface Check {
        Object look() throws IOException;
    }

    private static boolean passes(Check check) {
        try {
            check.look();
            return true;
        } catch (NewerSchemaException newer) {
            return true;
        } catch (IOException damaged) {
            return false;
        }
    }

    void refuseDirectory() throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("its " + path.getFileName() + " is a directory, and no file of a boot: move it away");
        }
    }

    /** Reads all of it, and compares it with its name. */
    EventsRead verify() throws IOException {
        header();
        if (!hash().equals(id)) {
            throw new IOException("its events are not those it is named after");
        }
        return read(event -> {});
    }

    private BootId hash() throws IOException {
        MessageDigest digest = BootHeading.sha256();
        try (InputStream in = EventsFile.open(openToTheEnd()).lines()) {
            for (int octet = in.read(); octet >= 0 && octet != '\n'; ) {
                octet = in.read();
            }
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return BootId.of(digest);
        } catch (EOFException | ZipException e) {
            throw damaged(e);
        }
    }

    /** Copies its bytes. */
    void copyTo(OutputStream out) throws IOException {
        try (InputStream in = bytes()) {
            in.transferTo(out);
        }
    }

    private InputStream open() throws IOException {
        return new BufferedInputStream(new GZIPInputStream(bytes(), 1 << 13), 1 << 13);
    }

    /** Bytes behind the last member are damage, which Java's own stream passes over. */
    private InputStream openToTheEnd() throws IOException {
        return new BufferedInputStream(
                GzipCompressorInputStream.builder()
                        .setInputStream(new BufferedInputStream(bytes()))
                        .setDecompressConcatenated(true)
                        .get(),
                1 << 13);
    }

    private InputStream bytes() throws IOException {
        regularFile();
        return Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** A pipe would never end, and a link may lead anywhere. */
    private BasicFileAttributes regularFile() throws IOException {
        BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!file.isRegularFile()) {
            throw new IOException("it is no regular file");
        }
        return file;
    }

    private static IOException damaged(IOException cause) {
        String how = cause instanceof EOFException ? "it ends too early" : "its bytes are damaged";
        return new IOException(how + " (" + cause.getMessage() + ")", cause);
    }
}
