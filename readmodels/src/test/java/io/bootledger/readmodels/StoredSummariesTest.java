package io.bootledger.readmodels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.traces.store.BootHeader;
import io.bootledger.traces.store.BootId;
import io.bootledger.traces.store.FileEventStore;
import io.bootledger.traces.stream.EventsRead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class StoredSummariesTest {
    private static final Path ONE = Samples.log("killed-early/console.log");
    private static final Path OTHER = Samples.log("i386-6.12-caller/dmesg.txt");
    private static final Path THIRD = Samples.log("amd64-6.1-cloud/dmesg.txt");

    @TempDir
    Path directory;

    private FileEventStore store;

    static Stream<Path> everySample() throws IOException {
        return Samples.all().stream();
    }

    @BeforeEach
    void aStore() throws IOException {
        store = FileEventStore.openOrCreate(directory);
    }

    @ParameterizedTest
    @MethodSource("everySample")
    void whatIsRememberedIsWhatIsMeasured(Path log) throws IOException {
        BootId boot = keep(log);
        BootMeasures measured = BootMeasures.of(Samples.analysis(log));
        assertThat(measures()).isEqualTo(Map.of(boot, measured));
        assertThat(measures()).as("from the file").isEqualTo(Map.of(boot, measured));
    }

    @Test
    void aBootIsReadOnce() throws IOException {
        BootId one = keep(ONE);
        assertThat(summarized()).containsExactly(one);
        BootId other = keep(OTHER);
        BootId third = keep(THIRD);
        Map<BootId, BootMeasures> first = measures();
        assertThat(first.keySet()).containsExactlyInAnyOrder(one, other, third);
        for (BootId id : List.of(one, other, third)) {
            FileTime written = Files.getLastModifiedTime(segment(id));
            Files.write(segment(id), new byte[(int) Files.size(segment(id))]);
            Files.setLastModifiedTime(segment(id), written);
        }
        assertThat(summarized()).isEmpty();
        assertThat(measures()).isEqualTo(first);
    }

    @Test
    void onlyNewBootsAreRead() throws IOException {
        keep(ONE);
        keep(OTHER);
        measures();
        BootId third = keep(THIRD);
        assertThat(summarized()).containsExactly(third);
    }

    @Test
    void aForgottenBootIsDropped() throws IOException {
        BootId one = keep(ONE);
        BootId other = keep(OTHER);
        measures();
        store.forget(one);
        assertThat(measures().keySet()).containsExactly(other);
        assertThat(summarized()).isEmpty();
    }

    @Test
    void aDamagedBootIsNamedAndLosesNoOther() throws IOException {
        BootId one = keep(ONE);
        BootId other = keep(OTHER);
        Files.writeString(segment(one), "broken");
        List<BootId> damaged = new ArrayList<>();
        try (StoredSummaries summaries = StoredSummaries.of(store, new Remembering() {
            @Override
            public void damaged(BootId boot, IOException why) {
                damaged.add(boot);
            }
        })) {
            assertThat(summaries.boots()).extracting(BootHeader::id).containsExactly(other);
        }
        assertThat(damaged).containsExactly(one);
    }

    @ParameterizedTest
    @EnumSource
    void aBootThatIsDamagedSinceItWasReadIsNotCounted(Damage damage) throws IOException {
        BootId one = keep(ONE);
        BootId other = keep(OTHER);
        assertThat(measures()).hasSize(2);
        damage.to(segment(one));
        List<BootId> damaged = new ArrayList<>();
        for (int times = 1; times <= 2; times++) {
            try (StoredSummaries summaries = StoredSummaries.of(store, new Remembering() {
                @Override
                public void damaged(BootId boot, IOException why) {
                    damaged.add(boot);
                }
            })) {
                assertThat(summaries.boots()).extracting(BootHeader::id).containsExactly(other);
            }
        }
        assertThat(damaged).containsExactly(one, one);
    }

    enum Damage {
        GARBAGE {
            @Override
            void to(Path file) throws IOException {
                Files.writeString(file, "garbage");
            }
        },
        GARBAGE_OF_THE_SAME_SIZE {
            @Override
            void to(Path file) throws IOException {
                FileTime written = Files.getLastModifiedTime(file);
                Files.write(file, new byte[(int) Files.size(file)]);
                Files.setLastModifiedTime(
                        file, FileTime.from(written.toInstant().plusNanos(1_000_000)));
            }
        },
        CUT {
            @Override
            void to(Path file) throws IOException {
                byte[] whole = Files.readAllBytes(file);
                Files.write(file, Arrays.copyOf(whole, whole.length - 100));
            }
        },
        DIRECTORY {
            @Override
            void to(Path file) throws IOException {
                Files.delete(file);
                Files.createDirectory(file);
            }
        };

        abstract void to(Path file) throws IOException;
    }

    @Test
    void aBootUnderTheNameOfAnotherIsDamaged() throws IOException {
        BootId one = keep(ONE);
        BootId other = keep(OTHER);
        Files.copy(segment(other), segment(one), StandardCopyOption.REPLACE_EXISTING);
        assertThat(measures()).containsOnlyKeys(other);
        assertThatThrownBy(() -> store.header(one)).hasMessageContaining("named as another boot");
    }

    @Test
    void aDamagedFileIsMadeAnew() throws IOException {
        BootId one = keep(ONE);
        Map<BootId, BootMeasures> first = measures();
        byte[] whole = Files.readAllBytes(view());
        for (int length = 0; length < whole.length; length += 1 + whole.length / 40) {
            Files.write(view(), Arrays.copyOf(whole, length));
            assertThat(summarized()).as("%d bytes", length).containsExactly(one);
            assertThat(measures()).isEqualTo(first);
        }
        assertThat(Files.readAllBytes(view())).isEqualTo(whole);
    }

    @Test
    void aFileOfAnotherVersionIsMadeAnew() throws IOException {
        BootId one = keep(ONE);
        measures();
        byte[] older = Files.readAllBytes(view());
        older[SummaryFile.HEAD.length - 2]--;
        Files.write(view(), older);
        assertThat(summarized()).containsExactly(one);
    }

    @Test
    void theViewsCanBeDeleted() throws IOException {
        keep(ONE);
        Map<BootId, BootMeasures> first = measures();
        Files.delete(view());
        Files.delete(view().getParent());
        assertThat(measures()).isEqualTo(first);
        assertThat(directory.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void aStoreThatCannotBeWrittenIsReadEachTime() throws IOException {
        BootId one = keep(ONE);
        Files.writeString(directory.resolve("views"), "a file where a folder should be");
        assertThat(summarized()).containsExactly(one);
        assertThat(measures()).isEqualTo(Map.of(one, BootMeasures.of(Samples.analysis(ONE))));
    }

    @Test
    void bootsComeByKernelThenLog() throws IOException {
        keep(OTHER);
        keep(THIRD);
        keep(ONE);
        try (StoredSummaries summaries = StoredSummaries.of(store, Remembering.UNHEARD)) {
            assertThat(summaries.boots())
                    .extracting(boot -> boot.origin().log())
                    .containsExactly(THIRD.toString(), ONE.toString(), OTHER.toString());
        }
    }

    @Test
    void onlyTheSelectedBootsAreRead() throws IOException {
        keep(ONE);
        BootId other = Samples.keep(store, OTHER, Map.of("board", "x"));
        List<BootId> seen = new ArrayList<>();
        try (StoredSummaries summaries = StoredSummaries.of(store, Remembering.UNHEARD)) {
            summaries.forEach(BootFilter.of(List.of("tag.board=x")), (boot, summary) -> seen.add(boot.id()));
        }
        assertThat(seen).containsExactly(other);
    }

    private BootId keep(Path log) throws IOException {
        return Samples.keep(store, log, Map.of());
    }

    private Map<BootId, BootMeasures> measures() throws IOException {
        Map<BootId, BootMeasures> measures = new LinkedHashMap<>();
        try (StoredSummaries summaries = StoredSummaries.of(store, Remembering.UNHEARD)) {
            summaries.forEach(BootFilter.ALL, (boot, summary) -> measures.put(boot.id(), summary.measures()));
        }
        return measures;
    }

    /** The boots whose events were read to bring the summaries up to date. */
    private List<BootId> summarized() throws IOException {
        List<BootId> boots = new ArrayList<>();
        StoredSummaries.of(store, new Remembering() {
                    @Override
                    public void summarized(BootId boot, EventsRead read) {
                        boots.add(boot);
                    }
                })
                .close();
        return boots;
    }

    private Path segment(BootId id) {
        return directory.resolve("boots/" + id + ".boot.gz");
    }

    private Path view() {
        return directory.resolve("views/summaries");
    }
}
