package io.bootledger.traces.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes that write to the same store at the same time, each beginning with what the one before ends with. */
class WritersAtOnceTest {
    private static final int BOOTS = 20;
    private static final int SHARED = 5;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {2, 8})
    void nothingIsLost(int writers) throws IOException, InterruptedException {
        Path place = directory.resolve("store");
        List<Process> processes = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            processes.add(WriterProcess.start(place, writer * (BOOTS - SHARED), BOOTS));
        }
        Set<BootId> acknowledged = new TreeSet<>();
        for (Process process : processes) {
            new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(BootId::new)
                    .forEach(acknowledged::add);
            assertThat(process.waitFor()).isZero();
        }
        FileEventStore store = FileEventStore.open(place);
        assertThat(store.boots()).hasSize(writers * (BOOTS - SHARED) + SHARED).containsExactlyElementsOf(acknowledged);
        for (BootId id : store.boots()) {
            store.verify(id);
        }
        assertThat(place.resolve("incoming")).isEmptyDirectory();
    }
}
