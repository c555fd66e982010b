package io.bootledger.traces.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writers that are killed with SIGKILL at random moments, one after another in the same store. */
class KilledWriterTest {
    private static final int KILLS = Integer.getInteger("bootledger.kills", 5);

    @TempDir
    Path directory;

    @Test
    void whatWasAcknowledgedIsThereWholeAndNothingElseIsSeen() throws Exception {
        Random random = new Random(11);
        Set<BootId> acknowledged = new HashSet<>();
        Set<BootId> whole = new HashSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged.addAll(killed(1000 * kill, 1 + random.nextInt(30), random.nextInt(20_000)));
            FileEventStore store = FileEventStore.openOrCreate(directory.resolve("store"));
            assertThat(store.boots()).containsAll(acknowledged);
            for (BootId id : store.boots()) {
                if (whole.add(id)) {
                    store.verify(id);
                }
            }
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLS);
        FileEventStore store = FileEventStore.openOrCreate(directory.resolve("store"));
        assertThat(StoreBoots.keep(store, -1).how()).isEqualTo(Appended.How.ADDED);
        assertThat(directory.resolve("store/incoming")).isEmptyDirectory();
    }

    /** Lets a writer acknowledge so many boots, waits a little, kills it; gives all that it acknowledged. */
    private List<BootId> killed(int firstSeed, int boots, int thenMicros) throws Exception {
        Process writer = WriterProcess.start(directory.resolve("store"), firstSeed, Integer.MAX_VALUE);
        List<BootId> acknowledged = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            while (acknowledged.size() < boots) {
                acknowledged.add(new BootId(lines.readLine()));
            }
            TimeUnit.MICROSECONDS.sleep(thenMicros);
            writer.toHandle().destroyForcibly();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (BootId.isId(line)) {
                    acknowledged.add(new BootId(line));
                }
            }
        } finally {
            writer.destroyForcibly().waitFor();
        }
        return acknowledged;
    }
}
