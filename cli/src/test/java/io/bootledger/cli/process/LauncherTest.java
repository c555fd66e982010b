package io.bootledger.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.project.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher with a Java and a Maven that only write down how they were called. */
class LauncherTest {
    /** What the launcher calls; not the machine's own Java and Maven. */
    private static final List<String> NEEDED =
            List.of("sh", "cat", "cp", "find", "flock", "mkdir", "mv", "readlink", "rm", "sed", "sleep", "touch", "tr");

    @TempDir
    Path directory;

    private Path home;
    private Path tools;
    private Path commands;

    @BeforeEach
    void aCheckoutThatWasNeverBuilt() throws IOException {
        home = Files.createDirectories(directory.resolve("a checkout/bootledger"));
        tools = Files.createDirectories(directory.resolve("tools/bin"));
        Files.copy(Checkout.path("bootledger"), home.resolve("bootledger"));
        Files.createDirectories(home.resolve("cli/src/main/sh"));
        Files.copy(Checkout.path("cli/src/main/sh/start.sh"), home.resolve("cli/src/main/sh/start.sh"));
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        commands = Files.createDirectories(directory.resolve("commands"));
        for (String name : NEEDED) {
            Path found = Path.of("/usr/bin", name);
            Files.createSymbolicLink(commands.resolve(name), Files.exists(found) ? found : Path.of("/bin", name));
        }
        java("17.0.15");
        tool("javac", "exit 0");
        tool("mvn", """
                echo building >>"%s/builds"
                sleep 0.3
                mkdir -p cli/target
                echo jar >cli/target/bootledger.jar""".formatted(directory));
    }

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
    void twoFirstStartsAtOnceBuildOnce() throws Exception {
        CompletableFuture<Started> one = CompletableFuture.supplyAsync(() -> unchecked("--version"));
        CompletableFuture<Started> two = CompletableFuture.supplyAsync(() -> unchecked("--version"));
        assertThat(List.of(one.get().exitCode(), two.get().exitCode())).containsOnly(0);
        assertThat(directory.resolve("builds")).content().hasLineCount(1);
        assertThat(home.resolve("target")).isDirectoryNotContaining("glob:**.[0-9]*");
    }

    /** Whatever a start that was killed left, on a machine whose processes have the same numbers again and again. */
    @Test
    void whatAKilledStartLeftIsInNobodysWay() throws Exception {
        Path target = Files.createDirectories(home.resolve("target"));
        for (String name : List.of("jar.", "build.", "started.", "classes.", "jsa.", "warm.")) {
            for (int process = 1; process < 40; process++) {
                Files.writeString(target.resolve("bootledger." + name + process), "left");
            }
        }
        assertThat(start("--version").exitCode()).isZero();
        assertThat(target).isDirectoryNotContaining("glob:**.[0-9]*");
    }

    @Test
    void aBuildThatWasBrokenOffBeginsAnew() throws Exception {
        tool("mvn", """
                mkdir -p cli/target/classes
                echo half >cli/target/classes/Half.class
                kill -9 $PPID
                sleep 0.1""");
        start("--version");
        tool("mvn", """
                [ ! -e cli/target/classes/Half.class ] || exit 1
                mkdir -p cli/target
                echo jar >cli/target/bootledger.jar""");
        assertThat(start("--version").exitCode()).isZero();
        assertThat(start("--version").err()).isEmpty();
    }

    /** Sources of a clock that was ahead: one build is enough. */
    @Test
    void aClockThatSteppedBackMakesNoBuildAtEachStart() throws Exception {
        for (String name : List.of("Next", "AfterNext")) {
            Path source = Files.writeString(home.resolve("cli/src/main/" + name + ".java"), "class " + name + " {}");
            Files.setLastModifiedTime(source, FileTime.fromMillis(4_000_000_000_000L + name.length()));
        }
        assertThat(start("--version").err()).contains("building");
        assertThat(start("--version").err()).isEmpty();
        assertThat(directory.resolve("builds")).content().hasLineCount(1);
        Path archive = home.resolve("target/bootledger.jsa");
        FileTime made = Files.getLastModifiedTime(archive);
        start("--version");
        assertThat(Files.getLastModifiedTime(archive)).isEqualTo(made);
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

    @Test
    void anOldJavaIsRefused() throws Exception {
        java("11.0.2");
        thenRefused("Java 17 or newer is needed");
        java("1.8.0_292");
        thenRefused("Java 17 or newer is needed");
    }

    @Test
    void aMissingMavenIsNamed() throws Exception {
        Files.delete(tools.resolve("mvn"));
        thenRefused("no Maven found");
    }

    @Test
    void aMissingJavaIsNamed() throws Exception {
        Files.delete(tools.resolve("java"));
        Started started = start("--version");
        assertThat(started.exitCode()).isEqualTo(2);
        assertThat(started.err()).hasLineCount(1).contains("JAVA_HOME");
    }

    /** As bytes and as characters; a letter whose last byte is one of those is said as it is. */
    @Test
    void whatATerminalObeysIsNotSaid() throws Exception {
        Path wrapper = Files.writeString(directory.resolve("wrapper"), """
                #!/bin/sh
                JAVA_HOME=$(printf '/a\\033[2J\\233[2J\\302\\233b\\303\\233c\\342\\202\\233\\233d\\200')
                export JAVA_HOME
                exec '%s' --version
                """.formatted(home.resolve("bootledger")));
        Files.setPosixFilePermissions(wrapper, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(start(wrapper).err()).contains("JAVA_HOME=/a?[2J?[2J?b\u00dbc\u209b?d?: correct");
    }

    @Test
    void aFailedBuildShowsWhyAndLeavesNothing() throws Exception {
        tool("mvn", "echo 'no such goal'; exit 1");
        Started started = start("--version");
        assertThat(started.exitCode()).isEqualTo(2);
        assertThat(started.err()).contains("no such goal", "the build failed");
        assertThat(home.resolve("target")).isDirectoryNotContaining("glob:**.jar");
    }

    private void thenRefused(String sentence) throws Exception {
        Started started = start("--version");
        assertThat(started.exitCode()).isEqualTo(2);
        assertThat(started.err()).hasLineCount(1).startsWith("bootledger: ").contains(sentence);
    }

    /** A Java that prints its arguments, and makes the class archive it is asked for. */
    private void java(String version) throws IOException {
        java(version, "");
    }

    /** The same, after it did something when it ran the program: it knows {@code $at}, its archive, and {@code $crash}, its log. */
    private void java(String version, String before) throws IOException {
        Files.writeString(tools.resolveSibling("release"), "JAVA_VERSION=\"" + version + "\"\n");
        tool("java", """
                for word; do
                    case "$1 $word" in -Xshare:dump\\ -XX:SharedArchiveFile=*) echo >"${word#*=}" ;; esac
                    case $word in -XX:AOTCacheOutput=*) echo linked >"${word#*=}"; : >"${word#*=}.config" ;; esac
                    case $word in
                        -XX:SharedArchiveFile=*) at=${word#*=} ;;
                        -XX:ErrorFile=*) crash=${word#*=} ;;
                    esac
                done
                case " $* " in *VerifySharedSpaces*) [ "$(cat "$at")" != damaged ]; exit $? ;; esac
                case " $* " in *" -Dbootledger.launcher="*)
                %s
                ;; esac
                printf '[%%s] ' "$@\"""".formatted(before));
    }

    /** A Java that ends in some way when it is to run the program. */
    private void ends(String how) throws IOException {
        java("17.0.15", how + "\nexit $?");
    }

    private static String withoutNumbers(String words) {
        return words.replaceAll("launcher=\\d+", "launcher=N");
    }

    private void tool(String name, String script) throws IOException {
        Path tool = Files.writeString(tools.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Started start(String... words) throws Exception {
        return start(home.resolve("bootledger"), words);
    }

    private Started start(Path launcher, String... words) throws Exception {
        Path out = Files.createTempFile(directory, "out", "");
        Path err = Files.createTempFile(directory, "err", "");
        int exitCode = process(launcher, words)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        return new Started(exitCode, Files.readString(out), Files.readString(err));
    }

    private ProcessBuilder process(Path launcher, String... words) {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(words));
        ProcessBuilder process = new ProcessBuilder(command).directory(directory.toFile());
        Map<String, String> environment = process.environment();
        environment.keySet().retainAll(List.of("TMPDIR"));
        environment.put("PATH", tools + ":" + commands);
        environment.put("JAVA_HOME", tools.getParent().toString());
        return process;
    }

    private Started unchecked(String word) {
        try {
            return start(word);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private record Started(int exitCode, String out, String err) {}
}
