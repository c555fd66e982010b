package io.bootledger.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the launcher does at a start that succeeds. */
class LauncherTest extends StandInTools {
    @Test
    void theFirstStartBuildsAndLaterOnesDoNot() throws Exception {
        Started first = start("analyze", "a log.txt");
        assertThat(first.err()).isEqualTo("bootledger: building; this happens once and after changes to the sources\n");
        assertThat(first.out())
                .contains("[-jar] [" + home.toRealPath() + "/target/bootledger.jar] [analyze] [a log.txt]");
        Started second = start("analyze", "a log.txt");
        assertThat(second.err()).isEmpty();
        assertThat(withoutNumbers(second.out())).isEqualTo(withoutNumbers(first.out()));
        assertThat(directory.resolve("builds")).content().hasLineCount(1);
    }

    @Test
    void theClassArchiveIsMadeOnce() throws Exception {
        Path archive = home.resolve("target/bootledger.jsa");
        assertThat(start("--version").out()).contains("[-XX:SharedArchiveFile=" + archive.toRealPath() + "]");
        FileTime made = Files.getLastModifiedTime(archive);
        start("--version");
        assertThat(Files.getLastModifiedTime(archive)).isEqualTo(made);
        java("21.0.1");
        Files.setLastModifiedTime(archive, FileTime.fromMillis(0));
        start("--version");
        assertThat(Files.getLastModifiedTime(archive)).isGreaterThan(made);
    }

    @Test
    void aJavaThatKnowsHowKeepsItsClassesLinked() throws Exception {
        java("25.0.1");
        Path cache = home.resolve("target/bootledger.jsa");
        assertThat(start("--version").out())
                .contains("[-XX:AOTCache=" + cache.toRealPath() + "]")
                .doesNotContain("SharedArchiveFile");
        assertThat(cache).hasContent("linked");
        assertThat(home.resolve("target")).isDirectoryNotContaining("glob:**.new*");
    }

    @Test
    void whatGoesRoundInLoopsIsCompiledTwice() throws Exception {
        assertThat(start("analyze", "simulate").out()).contains("[-XX:TieredStopAtLevel=1]");
        assertThat(start("gate", "check").out()).contains("[-XX:TieredStopAtLevel=1]");
        for (String command : List.of("simulate", "ingest", "gate calibrate")) {
            assertThat(start(command.split(" ")).out()).doesNotContain("TieredStopAtLevel");
        }
    }

    @Test
    void changedSourcesAreBuiltAgain() throws Exception {
        start("--version");
        Path source = Files.writeString(home.resolve("cli/src/main/New.java"), "class New {}");
        Files.setLastModifiedTime(source, FileTime.fromMillis(4_000_000_000_000L));
        assertThat(start("--version").err()).contains("building");
    }

    @Test
    void theSqlEngineIsBuiltWhenItIsFirstAskedFor() throws Exception {
        tool("mvn", """
                mkdir -p cli/target query/target/native
                echo jar >cli/target/bootledger.jar
                echo jar >query/target/bootledger-query.jar
                echo library >query/target/native/libduckdb_java.so_linux_amd64""");
        ends("true");
        assertThat(start("analyze", "query").err()).doesNotContain("SQL");
        ends("(exit 2)");
        assertThat(start("query", "without a store").err()).doesNotContain("SQL");
        ends("case \" $* \" in *\" query \"*|*\" parquet \"*) [ -f '" + home
                + "/target/bootledger-query.jar' ] || exit 62 ;; esac; true");
        assertThat(start("query", "SELECT 1").err()).contains("building the SQL engine");
        assertThat(home.resolve("target/libduckdb_java.so_linux_amd64")).hasContent("library");
        assertThat(start("query", "SELECT 1").err()).isEmpty();
        assertThat(start("export", "boot.log", "--as", "parquet").err()).isEmpty();
    }

    @Test
    void oneIsTheGatesWordAlone() throws Exception {
        ends("exit 1");
        assertThat(start("gate").exitCode()).isEqualTo(70);
        assertThat(start("gate").err()).hasLineCount(1).contains("Java could not start");
        ends("exit 61");
        assertThat(start("gate").exitCode()).isEqualTo(1);
        for (int code : List.of(0, 2, 3, 4, 70, 141)) {
            ends("exit " + code);
            assertThat(start("gate").exitCode()).isEqualTo(code);
        }
        ends("kill -ABRT $$");
        assertThat(start("gate").exitCode()).isEqualTo(70);
        assertThat(start("gate").err()).contains("bootledger: Java itself broke off");
        assertThat(start("bisect-run").exitCode())
                .as("git takes 70 for a bad commit")
                .isEqualTo(198);
        ends("exit 1");
        assertThat(start("bisect-run").exitCode()).isEqualTo(198);
    }

    /** Without a core dump, Java ends a crash as it ends when it cannot start; and it may see by itself that it cannot. */
    @ParameterizedTest
    @ValueSource(strings = {"exit 1", "rm \"${crash%\\%p.log}$$.log\"; exit 1", "kill -ABRT $$", "kill -SEGV $$"})
    void aDamagedArchiveIsMadeAnewAndTheCommandRunAgain(String end) throws Exception {
        start("--version");
        Path archive = home.resolve("target/bootledger.jsa").toRealPath();
        Files.writeString(archive, "damaged");
        java("17.0.15", """
                if [ -n "${at:-}" ] && [ "$(cat "$at")" = damaged ]; then
                    echo "Problematic frame: libjvm" >"${crash%\\%p.log}$$.log"
                    END
                fi""".replace("END", end));
        Started started = start("--version");
        assertThat(started.err()).contains("the archive of its classes is damaged, and made anew");
        assertThat(started.exitCode()).isZero();
        assertThat(started.out()).contains("[--version]");
        assertThat(start("--version").err()).isEmpty();
    }

    @Test
    void closedStreamsAreNoFiles() throws Exception {
        start("--version");
        ends("for fd in 0 1 2; do readlink /proc/self/fd/$fd >>'" + directory.resolve("streams") + "'; done");
        String closed = "exec \"$0\" --version <&- >&- 2>&-";
        assertThat(process(
                                Path.of("sh"),
                                "-c",
                                closed,
                                home.resolve("bootledger").toString())
                        .start()
                        .waitFor())
                .isZero();
        assertThat(directory.resolve("streams"))
                .content()
                .startsWith("/dev/null\n")
                .hasLineCount(3);
    }

    @Test
    void whoEndsTheLauncherEndsJava() throws Exception {
        start("--version");
        ends("trap 'echo told >\"" + directory.resolve("told") + "\"; exit 143' TERM; sleep 20 & wait");
        Process process = process(home.resolve("bootledger"), "replay").start();
        Thread.sleep(500);
        process.destroy();
        assertThat(process.waitFor()).isEqualTo(143);
        assertThat(directory.resolve("told")).hasContent("told");
    }

    @Test
    void standardInputReachesJava() throws Exception {
        start("--version");
        ends("cat");
        Process process = process(home.resolve("bootledger"), "replay")
                .redirectInput(
                        Files.writeString(directory.resolve("in"), "a line").toFile())
                .redirectOutput(directory.resolve("read").toFile())
                .start();
        assertThat(process.waitFor()).isZero();
        assertThat(directory.resolve("read")).hasContent("a line");
    }

    @Test
    void itRunsThroughALinkFromAnywhere() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("a checkout/bootledger/bootledger"));
        assertThat(start(link, "--version").out()).contains(home.toRealPath() + "/target/bootledger.jar");
    }
}
