package io.bootledger.traces.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bootledger.traces.store.Appended.How;
import io.bootledger.traces.stream.EventsRead;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileEventStoreTest extends EventStoreContract {
    @TempDir
    Path directory;

    @Override
    FileEventStore store() throws IOException {
        return FileEventStore.openOrCreate(directory.resolve("store"));
    }

    @Test
    void aBootIsOneFileThatAnyToolReads() throws IOException {
        BootId id = StoreBoots.keep(store(), 1).id();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file(id)))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).hasLineCount(42).startsWith("""
                    {"schema":"bootledger/events/v1","log":"boot-1.log","boot":"%s","number":1,"kernel":"6.1.1",\
                    "events":41,"tags":{}}
                    {"sequence":0,""".formatted(id));
        }
        assertThat(files("incoming")).isZero();
    }

    @Test
    void everyTruncationIsFound() throws IOException {
        FileEventStore store = store();
        BootId id = StoreBoots.keep(store, 1).id();
        byte[] whole = Files.readAllBytes(file(id));
        for (int length = 0; length < whole.length; length += 7) {
            Files.write(file(id), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> store.verify(id)).as("%d bytes", length).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> store.read(id, event -> {})).isInstanceOf(IOException.class);
        }
    }

    @Test
    void everyFlippedBitThatChangesAnEventIsFound() throws IOException {
        FileEventStore store = store();
        BootId id = StoreBoots.keep(store, 1).id();
        byte[] whole = Files.readAllBytes(file(id));
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file(id), damaged);
            try {
                store.verify(id);
                assertThat(StoreBoots.read(store, id)).isEqualTo(StoreBoots.boot(1));
            } catch (IOException e) {
                assertThat(e).hasMessageNotContaining("Exception");
            }
        }
    }

    @Test
    void aBootUnderTheNameOfAnotherIsFound() throws IOException {
        FileEventStore store = store();
        BootId one = StoreBoots.keep(store, 1).id();
        BootId other = StoreBoots.keep(store, 2).id();
        Files.write(file(one), Files.readAllBytes(file(other)));
        assertThatThrownBy(() -> store.verify(one)).hasMessageContaining("another boot");
    }

    @Test
    void whatIsSetAsideIsKeptAndCanBeIngestedAgain() throws IOException {
        FileEventStore store = store();
        BootId id = StoreBoots.keep(store, 1).id();
        BootId other = StoreBoots.keep(store, 2).id();
        Path aside = store.setAside(id);
        assertThat(aside).isRegularFile();
        assertThat(store.boots()).containsExactly(other);
        assertThat(StoreBoots.keep(store, 1)).isEqualTo(new Appended(id, How.ADDED));
    }

    @Test
    void mergingCopiesWhatIsMissing() throws IOException {
        FileEventStore store = store();
        FileEventStore other = FileEventStore.openOrCreate(directory.resolve("other"));
        BootId both = StoreBoots.keep(store, 1).id();
        StoreBoots.keep(other, 1);
        BootId missing = StoreBoots.keep(other, 2).id();
        BootId forgotten = StoreBoots.keep(other, 3).id();
        store.forget(forgotten);
        assertThat(store.copyFrom(other, both).how()).isEqualTo(How.ALREADY_THERE);
        assertThat(store.copyFrom(other, missing).how()).isEqualTo(How.ADDED);
        assertThat(store.copyFrom(other, forgotten).how()).isEqualTo(How.FORGOTTEN);
        assertThat(store.boots()).containsExactlyInAnyOrder(both, missing);
        store.verify(missing);
    }

    @Test
    void eventsOfTheFutureAreKeptPassedOverAndMerged() throws IOException {
        FileEventStore store = store();
        BootId id = fromTheFuture(StoreBoots.keep(store, 1).id());

        EventsRead read = store.verify(id);
        assertThat(read).isEqualTo(new EventsRead(2, new TreeMap<>(Map.of("reactor_started", 39L)), 1));
        assertThat(store.header(id).events()).isEqualTo(41);

        FileEventStore other = FileEventStore.openOrCreate(directory.resolve("other"));
        assertThat(other.copyFrom(store, id).how()).isEqualTo(How.ADDED);
        assertThat(directory.resolve("other/boots/" + id + ".jsonl.gz")).hasSameBinaryContentAs(file(id));
    }

    /** Puts a boot beside another that is the same but for a type that nobody knows yet. */
    private BootId fromTheFuture(BootId known) throws IOException {
        byte[] lines;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file(known)))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            lines = text.substring(text.indexOf('\n') + 1)
                    .replace("initcall_started", "reactor_started")
                    .getBytes(StandardCharsets.UTF_8);
        }
        BootId id = BootId.of(hashed(lines));
        BootHeader header = new BootHeader(id, new BootOrigin("future.log", 1), null, null, null, 41);
        try (OutputStream out = Files.newOutputStream(file(id))) {
            Segment.writeHeader(header, new FilterOutputStream(out) {
                @Override
                public void close() throws IOException {
                    flush();
                }
            });
            try (GZIPOutputStream zipped = new GZIPOutputStream(out)) {
                zipped.write(lines);
            }
        }
        return id;
    }

    private static MessageDigest hashed(byte[] lines) {
        MessageDigest digest = HashedEvents.sha256();
        digest.update(lines);
        return digest;
    }

    @Test
    void aDirectoryWithOtherFilesIsNoStore() throws IOException {
        Files.writeString(directory.resolve("thesis.tex"), "years of work");
        assertThatThrownBy(() -> FileEventStore.openOrCreate(directory)).hasMessageContaining("other files");
        assertThatThrownBy(() -> FileEventStore.open(directory)).isInstanceOf(IOException.class);
        assertThat(directory).isDirectoryNotContaining("glob:**boots");
    }

    @Test
    void leftoversOfTheDeadAreSweptAndNotThoseOfTheLiving() throws IOException {
        FileEventStore store = store();
        Files.writeString(directory.resolve("store/incoming/1-1.part"), "half a boot");
        try (BootWriter writer = store.append(new BootOrigin("boot.log", 1))) {
            StoreBoots.boot(1).forEach(writer::accept);
            assertThat(files("incoming")).isEqualTo(2);
            store();
            assertThat(files("incoming")).isEqualTo(1);
            assertThat(writer.commit().how()).isEqualTo(How.ADDED);
        }
        assertThat(files("incoming")).isZero();
    }

    @Test
    void theSameEventsGiveTheSameNameInEveryStore() throws IOException {
        assertThat(StoreBoots.keep(store(), 1).id())
                .isEqualTo(StoreBoots.keep(new MemoryEventStore(), 1).id());
    }

    @Test
    void namesAreHashesOfTheLinesAsWritten() throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        HashedEvents events = new HashedEvents(lines, new BootOrigin("boot.log", 1));
        StoreBoots.boot(1).forEach(events::accept);
        BootId id = events.finish().id();
        assertThat(id.hex())
                .isEqualTo(
                        java.util.HexFormat.of().formatHex(HashedEvents.sha256().digest(lines.toByteArray())));
    }

    private Path file(BootId id) {
        return directory.resolve("store/boots/" + id + ".jsonl.gz");
    }

    private long files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("store").resolve(folder))) {
            return files.count();
        }
    }
}
