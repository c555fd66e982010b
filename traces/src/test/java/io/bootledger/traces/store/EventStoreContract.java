package io.bootledger.traces.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bootledger.traces.store.Appended.How;
import io.bootledger.traces.stream.EventsRead;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store does. */
abstract class EventStoreContract {
    abstract EventStore store() throws IOException;

    @Test
    void whatIsKeptIsReadBack() throws IOException {
        EventStore store = store();
        Appended kept = StoreBoots.keep(store, 1);
        assertThat(kept.how()).isEqualTo(How.ADDED);
        assertThat(StoreBoots.read(store, kept.id())).isEqualTo(StoreBoots.boot(1));
        assertThat(store.read(kept.id(), event -> {})).isEqualTo(new EventsRead(41, new TreeMap<>(), 1));
        assertThat(store.contains(kept.id())).isTrue();
    }

    @Test
    void theHeaderTellsWhatBootedAndWhereItIsFrom() throws IOException {
        EventStore store = store();
        BootOrigin origin = new BootOrigin("boot.log", 3, new TreeMap<>(Map.of("board", "x")));
        try (BootWriter writer = store.append(origin)) {
            StoreBoots.boot(1).forEach(writer::accept);
            BootId id = writer.commit().id();
            assertThat(store.header(id)).isEqualTo(new BootHeader(id, origin, "6.1.1", null, null, 41));
        }
    }

    @Test
    void theSameEventsAreThereAlreadyWhateverTheLogIsCalled() throws IOException {
        EventStore store = store();
        BootId first = StoreBoots.keep(store, 1).id();
        try (BootWriter writer = store.append(new BootOrigin("other.log", 1))) {
            StoreBoots.boot(1).forEach(writer::accept);
            assertThat(writer.commit()).isEqualTo(new Appended(first, How.ALREADY_THERE));
        }
        assertThat(store.boots()).containsExactly(first);
        assertThat(store.header(first).origin().log()).isEqualTo("boot-1.log");
    }

    @Test
    void aBootThatIsNotCommittedIsNotThere() throws IOException {
        EventStore store = store();
        try (BootWriter writer = store.append(new BootOrigin("boot.log", 1))) {
            StoreBoots.boot(1).forEach(writer::accept);
            assertThat(store.boots()).isEmpty();
        }
        assertThat(store.boots()).isEmpty();
    }

    @Test
    void aForgottenBootDoesNotComeBack() throws IOException {
        EventStore store = store();
        BootId gone = StoreBoots.keep(store, 1).id();
        BootId other = StoreBoots.keep(store, 2).id();
        store.forget(gone);
        store.forget(gone);
        assertThat(store.boots()).containsExactly(other);
        assertThat(store.contains(gone)).isFalse();
        assertThat(StoreBoots.keep(store, 1)).isEqualTo(new Appended(gone, How.FORGOTTEN));
        assertThat(store.boots()).containsExactly(other);
        assertThatThrownBy(() -> store.header(gone)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store.read(gone, event -> {})).isInstanceOf(IOException.class);
    }

    @Test
    void bootsAreInTheOrderOfTheirNamesAndFoundByTheBeginning() throws IOException {
        EventStore store = store();
        for (int seed = 0; seed < 20; seed++) {
            StoreBoots.keep(store, seed);
        }
        assertThat(store.boots()).hasSize(20).isSorted();
        BootId some = store.boots().get(7);
        assertThat(store.startingWith(some.hex().toUpperCase(java.util.Locale.ROOT)))
                .containsExactly(some);
        assertThat(store.startingWith("")).hasSize(20);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8})
    void writersAtTheSameTimeLoseNothing(int writers) throws Exception {
        EventStore store = store();
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            List<Future<Integer>> results = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                results.add(threads.submit(keepAll(store, writer)));
            }
            for (Future<Integer> result : results) {
                assertThat(result.get()).isEqualTo(12);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(store.boots()).hasSize(10 * writers + 2);
        for (BootId id : store.boots()) {
            assertThat(StoreBoots.read(store, id)).hasSize(41);
        }
    }

    /** Ten boots of its own, and two that every writer has. */
    private static Callable<Integer> keepAll(EventStore store, int writer) {
        return () -> {
            int kept = 0;
            for (int i = 0; i < 12; i++) {
                StoreBoots.keep(store, i < 2 ? i : 100 * (writer + 1) + i);
                kept++;
            }
            return kept;
        };
    }
}
