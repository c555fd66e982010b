package io.bootledger.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.fleet.Machines.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate judges against the table of a fleet as against a store. */
class BaselineTableTest {
    @TempDir
    static Path directory;

    private static Path store;
    private static Path fleet;

    @BeforeAll
    static void fold() throws IOException {
        store = directory.resolve("store");
        fleet = directory.resolve("fleet");
        boots("logs/x", 100, 26);
        boots("logs/y", 200, 3);
        boots("unchanged", 300, 6);
        boots("slower", 400, 6, "--set", "initcall.fec_driver_init.duration=+20ms");
        for (String board : List.of("x", "y")) {
            Machines.bootledger(
                            "ingest",
                            "--store",
                            store,
                            "--quiet",
                            "--tag",
                            "board=" + board,
                            directory.resolve("logs").resolve(board).resolve("boot-1.log"),
                            directory.resolve("logs").resolve(board).resolve("boot-2.log"),
                            directory.resolve("logs").resolve(board).resolve("boot-3.log"))
                    .fine();
            for (int boot = 4; board.equals("x") && boot <= 26; boot++) {
                Path log = directory.resolve("logs/x/boot-" + boot + ".log");
                Machines.bootledger("ingest", "--store", store, "--quiet", "--tag", "board=x", log)
                        .fine();
            }
        }
        Machines.job(new Fold(), "--in", directory.resolve("logs/*/*.log"), "--out", fleet, "--layout", "{board}/*")
                .fine();
    }

    private static void boots(String folder, int seed, int boots, String... more) {
        List<Object> words = new ArrayList<>(
                List.of("simulate", "arm-board", "--boots", boots, "--seed", seed, "--out", directory.resolve(folder)));
        words.addAll(List.of(more));
        assertThat(Machines.bootledger(words.toArray()).exitCode()).isZero();
    }

    private static Answer gate(String candidate, Object... baseline) {
        List<Object> words = new ArrayList<>(List.of("gate"));
        words.addAll(List.of(baseline));
        words.addAll(List.of("--candidate", directory.resolve(candidate).resolve("*.log")));
        return Machines.bootledger(words.toArray());
    }

    @Test
    void theVerdictIsThatOfTheStore() {
        for (String candidate : List.of("unchanged", "slower")) {
            Answer ofStore = gate(candidate, "--store", store, "--baseline-where", "tag.board=x");
            Answer ofTable = gate(candidate, "--baseline-table", fleet, "--baseline-where", "tag.board=x");
            assertThat(ofTable).isEqualTo(ofStore);
            assertThat(ofStore.err()).contains("the latest 20 of 26 boots");
            assertThat(ofStore.exitCode()).isEqualTo(candidate.equals("slower") ? 1 : 0);
        }
    }

    @Test
    void aTableIsAFolderAFileOrAPattern() throws IOException {
        Answer whole = gate("slower", "--baseline-table", fleet);
        assertThat(gate("slower", "--baseline-table", fleet.resolve("summaries")))
                .isEqualTo(whole);
        assertThat(gate("slower", "--baseline-table", fleet.resolve("summaries/*/*/*.parquet")))
                .isEqualTo(whole);
        assertThat(whole.exitCode()).isEqualTo(1);
    }

    @Test
    void whatIsNoTableIsNamed() throws IOException {
        assertThat(gate("slower", "--baseline-table", directory.resolve("nothing")))
                .satisfies(answer -> assertThat(answer.exitCode()).isEqualTo(3))
                .satisfies(answer -> assertThat(answer.err()).hasLineCount(1));
        assertThat(gate("slower", "--baseline-table", fleet.resolve("boots")))
                .satisfies(answer -> assertThat(answer.exitCode()).isEqualTo(3))
                .satisfies(answer -> assertThat(answer.err()).hasLineCount(1).contains("its events is missing"));
        Path text = Files.writeString(directory.resolve("text.parquet"), "no Parquet");
        assertThat(gate("slower", "--baseline-table", text))
                .satisfies(answer -> assertThat(answer.exitCode()).isEqualTo(3))
                .satisfies(answer -> assertThat(answer.err()).hasLineCount(1));
        assertThat(gate("slower", "--baseline-table", fleet, "--baseline-where", "tag.board=z")
                        .err())
                .contains("none of its boots has tag.board=z");
        assertThat(gate("slower", "--baseline-table", fleet, "--store", store).exitCode())
                .isEqualTo(2);
        assertThat(gate("slower", "--baseline-table", fleet, "--baseline", "x").exitCode())
                .isEqualTo(2);
    }
}
