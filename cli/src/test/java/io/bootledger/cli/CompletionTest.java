package io.bootledger.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.bootledger.cli.store.StorePlace;
import io.bootledger.project.Checkout;
import io.bootledger.project.CiJob;
import io.bootledger.project.CiJob.Ended;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What shells offer while a command line is typed. */
class CompletionTest {
    private static final Path LOG = Checkout.sample("amd64-6.1-cloud/dmesg.txt");
    private static final String SCRIPTS = "dist/src/main/completion/";

    @TempDir
    Path directory;

    /** The word to complete is what stands before the dot, and may be empty. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            an.                             | analyze
            store .                         | list check merge
            gate selftest --baseline-.      | --baseline-where --baseline-table
            export boot.log --as c.         | csv chrome
            export boot.log --as=c.         | --as=csv --as=chrome
            export boot.log --as = c.       | csv chrome
            levels --level p.               | pure postcore
            simulate --boots 3 d.           | desktop deferral-maze
            compare --order .               | interleaved blocks
            analyze b.                      |
            analyze analyze --jso.          | --json
            xyzzy --.                       | --help --version
            """)
    void itIsAWordOfTheCommand(String line, String words) {
        assertThat(offered(line)).containsExactlyElementsOf(words == null ? List.of() : List.of(words.split(" ")));
    }

    @Test
    void everyCommandIsOfferedAndNoHiddenOne() {
        assertThat(offered(".")).contains("analyze", "gate", "help").doesNotContain("complete");
    }

    @Test
    void bootsOfTheStoreAndInitcallsOfABoot() {
        Path store = directory.resolve("store");
        String boot = Run.bootledger("ingest", LOG, "--store", store).out().split(" ")[0];
        assertThat(offered("show --store " + store + " .")).containsExactly(boot);
        assertThat(offered("show --store=" + store + " " + boot.substring(0, 3) + "."))
                .containsExactly(boot);
        assertThat(offered("explain --store " + store + " " + boot + " acpi_in."))
                .containsExactly("acpi_init");
        assertThat(offered("explain " + LOG + " acpi_in.")).containsExactly("acpi_init");
        assertThat(offered("gate accept --store " + store + " tota.")).isEmpty();
        Map<String, String> environment = Map.of(StorePlace.VARIABLE, store.toString());
        assertThat(offered(environment, "gate accept tota.")).containsExactly("total");
        assertThat(offered(environment, "show .")).containsExactly(boot);
    }

    /** A boot's names are text of its log. */
    @Test
    void noNameIsMoreThanAWord() throws IOException {
        Path log = Files.writeString(directory.resolve("hostile.log"), """
                [    0.100000] Linux version 6.1.0 (x@y) (gcc) #1 SMP
                [    0.200000] calling  $(touch${IFS}owned)+0x0/0x10 @ 1
                [    0.300000] initcall $(touch${IFS}owned)+0x0/0x10 returned 0 after 100 usecs
                [    0.400000] calling  good_init+0x0/0x10 @ 1
                [    0.500000] initcall good_init+0x0/0x10 returned 0 after 100 usecs
                """);
        assertThat(offered("explain " + log + " .")).containsExactly("total", "good_init");
    }

    @Test
    void whereNothingIsKnownNothingIsSaid() {
        assertThat(offered("show --store " + directory.resolve("none") + " .")).isEmpty();
        assertThat(offered("explain " + directory.resolve("none") + " .")).isEmpty();
        assertThat(Run.bootledger("complete").exitCode()).isZero();
    }

    /** As bash itself breaks and completes a line, whatever it offers by itself aside. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bootledger an             | bootledger an                | analyze
            bootledger export --as=ch | bootledger export --as = ch  | chrome
            bootledger gate --bud     | bootledger gate --bud        | --budget
            """)
    void bashCompletes(String line, String words, String completed) throws Exception {
        CiJob job = new CiJob(directory);
        Ended ended = job.run(
                """
                PATH='%s':$PATH
                source '%s'
                complete -p bootledger
                compopt() { :; }
                COMP_LINE='%s' COMP_WORDS=(%s) COMP_CWORD=%d
                _bootledger
                printf 'offered %%s\\n' "${COMPREPLY[@]}"
                """.formatted(job.installed(), script("bootledger.bash"), line, words, words.split(" +").length - 1));
        assertThat(ended.output()).contains("-F _bootledger bootledger");
        assertThat(ended.output().lines().filter(said -> said.startsWith("offered ")))
                .containsExactly("offered " + completed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash bootledger.bash", "zsh _bootledger", "fish bootledger.fish"})
    void theScriptsAreOfTheirShells(String shellAndScript) throws Exception {
        String[] words = shellAndScript.split(" ");
        assumeThat(new ProcessBuilder("which", words[0]).start().waitFor()).isZero();
        assertThat(new ProcessBuilder(words[0], "-n", script(words[1]).toString())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }

    private static Path script(String name) {
        return Checkout.path(SCRIPTS + name);
    }

    private static List<String> offered(String line) {
        return offered(Map.of(), line);
    }

    private static List<String> offered(Map<String, String> environment, String line) {
        List<Object> words = new ArrayList<>(List.of("complete", "--"));
        words.addAll(Arrays.asList(line.substring(0, line.length() - 1).split(" +", -1)));
        Run run = Run.with(InputStream.nullInputStream(), environment, words.toArray());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        return run.out().lines().map(offer -> offer.split("\t", -1)[0]).toList();
    }
}
