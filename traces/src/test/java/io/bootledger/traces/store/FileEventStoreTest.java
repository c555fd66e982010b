package io.bootledger.traces.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.packed.EventsFile;
import io.bootledger.traces.store.Appended.How;
import io.bootledger.traces.stream.EventJson;
import io.bootledger.traces.stream.EventWriter;
import io.bootledger.traces.stream.EventsRead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    void aBootIsOneFileThatBeginsWithALineAnyToolReads() throws IOException {
        BootId id = StoreBoots.keep(store(), 1).id();
        String header = """
                {"schema":"bootledger/events/v1","log":"boot-1.log","boot":"%s","number":1,"kernel":"6.1.1",\
                "events":41,"tags":{}""".formatted(id);
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file(id)))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1))
                    .startsWith(header + ",\"form\":\"packed\"}\n");
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file(id)))) {
            String lines = new String(EventsFile.open(in).lines().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(lines).hasLineCount(42).startsWith(header + "}\n{\"sequence\":0,");
        }
        assertThat(files("incoming")).isZero();
    }

    @Test
    void bytesBehindABootAreDamage() throws IOException {
        FileEventStore store = store();
        BootId id = StoreBoots.keep(store, 1).id();
        Files.write(file(id), new byte[] {1, 2, 3}, StandardOpenOption.APPEND);

        assertThatThrownBy(() -> store.verify(id)).isInstanceOf(IOException.class);
    }

    @Test
    void aBootInBothFormsIsCheckedInBoth() throws IOException {
        FileEventStore store = store();
        BootId id = StoreBoots.keep(store, 1).id();
        Path lines = file(id).resolveSibling(id.hex() + ".jsonl.gz");
        Files.writeString(lines, "damaged");
        assertThatThrownBy(() -> store.verify(id)).isInstanceOf(IOException.class);

        assertThat(store.setAside(id)).hasFileName(lines.getFileName().toString());
        assertThat(store.verify(id).lines()).isEqualTo(41);
    }

    @Test
    void aBootThatCannotBeReadIsReplaced() throws IOException {
        FileEventStore store = store();
        BootId id = StoreBoots.keep(store, 1).id();
        Files.writeString(file(id), "damaged");

        assertThat(StoreBoots.keep(store, 1).how()).isEqualTo(How.ADDED);
        assertThat(store.verify(id).lines()).isEqualTo(41);
        assertThat(files("damaged")).isOne();
    }

    @Test
    void aDirectoryInThePlaceOfABootIsNotForgotten() throws IOException {
        FileEventStore store = store();
        BootId id = StoreBoots.keep(store, 1).id();
        Files.delete(file(id));
        Files.createDirectories(file(id).resolve("mine"));

        assertThatThrownBy(() -> store.forget(id)).hasMessageContaining("is a directory");
        assertThat(file(id).resolve("mine")).exists();
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
        assertThat(ofLines("other", id)).hasSameBinaryContentAs(ofLines("store", id));
    }

    /** Puts a boot beside another that is the same but for a type that nobody knows yet, in lines as older stores have them. */
    private BootId fromTheFuture(BootId known) throws IOException {
        String text;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file(known)))) {
            text = new String(EventsFile.open(in).lines().readAllBytes(), StandardCharsets.UTF_8);
        }
        byte[] lines = text.substring(text.indexOf('\n') + 1)
                .replace("initcall_started", "reactor_started")
                .getBytes(StandardCharsets.UTF_8);
        BootId id = BootId.of(hashed(lines));
        BootHeader header = new BootHeader(id, new BootOrigin("future.log", 1), null, null, null, 41);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(ofLines("store", id)))) {
            out.write(EventJson.MAPPER.writeValueAsBytes(header.line()));
            out.write('\n');
            out.write(lines);
        }
        return id;
    }

    private static MessageDigest hashed(byte[] lines) {
        MessageDigest digest = BootHeading.sha256();
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
    void namesAreHashesOfTheLines() throws IOException {
        HashedEvents events = new HashedEvents(OutputStream.nullOutputStream(), new BootOrigin("boot.log", 1));
        StoreBoots.boot(1).forEach(events::accept);
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        try (EventWriter writer = new EventWriter(lines)) {
            StoreBoots.boot(1).forEach(writer::accept);
        }
        assertThat(events.finish().id()).isEqualTo(BootId.of(hashed(lines.toByteArray())));
    }

    /** Version 0.1 wrote lines. */
    @Test
    void bootsThatAnOlderBootledgerKeptAreReadAndKnownAgain() throws IOException {
        FileEventStore store = store();
        BootId id = StoreBoots.keep(store, 1).id();
        List<RecordedEvent> events = new ArrayList<>();
        store.read(id, events::add);
        BootHeader header = store.header(id);
        byte[] lines = EventsFile.open(new GZIPInputStream(Files.newInputStream(file(id))))
                .lines()
                .readAllBytes();
        Files.delete(file(id));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(ofLines("store", id)))) {
            out.write(lines);
        }

        List<RecordedEvent> ofLines = new ArrayList<>();
        store.read(id, ofLines::add);
        assertThat(ofLines).isEqualTo(events);
        assertThat(store.header(id)).isEqualTo(header);
        assertThat(store.boots()).containsExactly(id);
        assertThat(store.verify(id).events()).isEqualTo(events.size());
        assertThat(StoreBoots.keep(store, 1).how()).isEqualTo(How.ALREADY_THERE);
        assertThat(store.setAside(id)).hasFileName(id + ".jsonl.gz");
    }

    @Test
    void aBootThatTwoFilesHoldIsOneAndIsForgottenAsOne() throws IOException {
        FileEventStore store = store();
        BootId id = StoreBoots.keep(store, 1).id();
        Files.copy(file(id), ofLines("store", id));
        assertThat(store.boots()).containsExactly(id);
        store.forget(id);
        assertThat(files("boots")).isZero();
    }

    private Path ofLines(String store, BootId id) {
        return directory.resolve(store + "/boots/" + id + ".jsonl.gz");
    }

    private Path file(BootId id) {
        return directory.resolve("store/boots/" + id + ".boot.gz");
    }

    private long files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("store").resolve(folder))) {
            return files.count();
        }
    }
}
