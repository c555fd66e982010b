package io.bootledger.traces.store;

import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.store.Appended.How;
import io.bootledger.traces.stream.EventsRead;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A store in a directory: one file for each boot, which appears whole and durable by a rename, and never changes. Two stores are
 * merged by copying files.
 *
 * <pre>
 * boots/&lt;id&gt;.boot.gz      a boot; of an older Bootledger &lt;id&gt;.jsonl.gz
 * forgotten/&lt;id&gt;          tombstone: this boot is not to come back
 * damaged/&lt;id&gt;.boot.gz    what a check has set aside
 * views/                   read models, made from the boots
 * incoming/                files being written
 * </pre>
 */
public final class FileEventStore implements EventStore {
    private final Path directory;
    private final Path boots;
    private final Path forgotten;
    private final Path damaged;
    private final Path views;
    private final Path incoming;

    private FileEventStore(Path directory) {
        this.directory = directory;
        this.boots = directory.resolve("boots");
        this.forgotten = directory.resolve("forgotten");
        this.damaged = directory.resolve("damaged");
        this.views = directory.resolve("views");
        this.incoming = directory.resolve("incoming");
    }

    /** Whether a directory holds a store. */
    public static boolean isStore(Path directory) {
        return Files.isDirectory(directory.resolve("boots"));
    }

    /**
     * Opens a store that is there.
     *
     * @throws IOException when it is none, or parts of it may lie elsewhere
     */
    public static FileEventStore open(Path directory) throws IOException {
        if (!isStore(directory)) {
            throw new IOException("it is no event store");
        }
        FileEventStore store = new FileEventStore(directory);
        store.refuseLinks();
        return store;
    }

    /** Opens a store to write to it; makes it where nothing is yet. */
    public static FileEventStore openOrCreate(Path directory) throws IOException {
        if (!isStore(directory)) {
            create(directory);
        }
        FileEventStore store = open(directory);
        Files.createDirectories(store.incoming);
        PartFile.sweep(store.incoming);
        return store;
    }

    /** What is written to a store stays in it. Nothing writes through a link among the boots, or reads it: {@link Segment}. */
    private void refuseLinks() throws IOException {
        for (Path folder : List.of(boots, forgotten, damaged, views, incoming)) {
            refuseLink(folder);
        }
        if (Files.isDirectory(views)) {
            try (DirectoryStream<Path> inside = Files.newDirectoryStream(views)) {
                for (Path view : inside) {
                    refuseLink(view);
                }
            }
        }
    }

    private void refuseLink(Path place) throws IOException {
        if (Files.isSymbolicLink(place)) {
            throw new IOException("its " + directory.relativize(place)
                    + " is a symbolic link, and may lead out of the store: put what it leads to in its place");
        }
    }

    private static void create(Path directory) throws IOException {
        Files.createDirectories(directory);
        try (Stream<Path> there = Files.list(directory)) {
            if (there.findAny().isPresent() && !isStore(directory)) {
                throw new IOException("it holds other files, and is no event store");
            }
        }
        Files.createDirectories(directory.resolve("boots"));
        PartFile.sync(directory);
        Path parent = directory.toAbsolutePath().getParent();
        if (parent != null) {
            PartFile.sync(parent);
        }
    }

    @Override
    public BootWriter append(BootOrigin origin) throws IOException {
        Files.createDirectories(incoming);
        return new SegmentWriter(incoming, origin, (header, whole) -> {
            BootId id = header.id();
            return put(id, whole, Segment.toWrite(boots, id).path());
        });
    }

    private Appended put(BootId id, PartFile whole, Path place) throws IOException {
        if (isForgotten(id)) {
            return new Appended(id, How.FORGOTTEN);
        }
        if (Files.exists(segment(id).path())) {
            if (segment(id).isReadable()) {
                return new Appended(id, How.ALREADY_THERE);
            }
            setAside(id);
        }
        whole.moveTo(place);
        if (isForgotten(id)) {
            Files.deleteIfExists(place);
            return new Appended(id, How.FORGOTTEN);
        }
        return new Appended(id, How.ADDED);
    }

    @Override
    public boolean contains(BootId id) {
        return Files.exists(segment(id).path()) && !isForgotten(id);
    }

    @Override
    public List<BootId> boots() throws IOException {
        try (Stream<Path> files = Files.list(boots)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(Segment::isNamed)
                    .map(Segment::idOf)
                    .distinct()
                    .filter(id -> !isForgotten(id))
                    .sorted()
                    .toList();
        }
    }

    /** Names among the boots that are none of a boot, which nothing reads; in order. */
    public List<String> strays() throws IOException {
        try (Stream<Path> files = Files.list(boots)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !Segment.isNamed(name))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public BootHeader header(BootId id) throws IOException {
        return segment(id).header();
    }

    /** @throws IOException when there is no such boot, or something else than a file */
    public FileMark mark(BootId id) throws IOException {
        return segment(id).mark();
    }

    @Override
    public EventsRead read(BootId id, EventSink sink) throws IOException {
        return segment(id).read(sink);
    }

    @Override
    public void forget(BootId id) throws IOException {
        segment(id).refuseDirectory();
        Files.createDirectories(forgotten);
        try {
            Files.createFile(forgotten.resolve(id.hex()));
        } catch (FileAlreadyExistsException e) {
            // Forgotten before; what follows makes sure of it.
        }
        PartFile.sync(forgotten);
        boolean deleted;
        do {
            deleted = Files.deleteIfExists(segment(id).path());
        } while (deleted);
        PartFile.sync(boots);
    }

    /**
     * Reads all of a boot and compares it with its name.
     *
     * @throws IOException saying what is wrong with it
     */
    public EventsRead verify(BootId id) throws IOException {
        EventsRead read = segment(id).verify();
        for (Segment other : Segment.behind(boots, id)) {
            other.verify();
        }
        return read;
    }

    /** Takes what is damaged of a boot out of the store; the file is kept. Gives the place where it is now. */
    public Path setAside(BootId id) throws IOException {
        Files.createDirectories(damaged);
        Segment used = segment(id);
        List<Segment> others = Segment.behind(boots, id);
        Path place = others.isEmpty() || !used.isSound() ? setAside(used) : damaged;
        for (Segment other : others) {
            place = other.isSound() ? place : setAside(other);
        }
        PartFile.sync(damaged);
        PartFile.sync(boots);
        return place;
    }

    private Path setAside(Segment segment) throws IOException {
        Path place = damaged.resolve(segment.path().getFileName());
        return Files.move(segment.path(), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Takes over a boot of another store, byte for byte; to be {@linkplain #verify verified} there before. */
    public Appended copyFrom(FileEventStore other, BootId id) throws IOException {
        if (isForgotten(id)) {
            return new Appended(id, How.FORGOTTEN);
        }
        if (contains(id)) {
            return new Appended(id, How.ALREADY_THERE);
        }
        Files.createDirectories(incoming);
        Segment theirs = other.segment(id);
        try (PartFile part = PartFile.create(incoming)) {
            try (var out = part.out()) {
                theirs.copyTo(out);
            }
            return put(id, part, boots.resolve(theirs.path().getFileName()));
        }
    }

    /** The read model of that name, whether it is there or not. */
    public ViewFile view(String name) {
        return new ViewFile(views.resolve(name), incoming);
    }

    /** Whether a boot that could not be read is just not there any more: somebody forgot it meanwhile, or set it aside. */
    public boolean isGone(BootId id, IOException why) {
        return why instanceof NoSuchFileException && !Files.exists(segment(id).path());
    }

    private boolean isForgotten(BootId id) {
        return Files.exists(forgotten.resolve(id.hex()));
    }

    private Segment segment(BootId id) {
        return Segment.in(boots, id);
    }
}
