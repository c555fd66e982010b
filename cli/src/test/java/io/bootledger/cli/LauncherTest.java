package io.bootledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

/** The launcher with a Java and a Maven that only write down how they were called. */
class LauncherTest {
    /** What the launcher calls; not the machine's own Java and Maven. */
    private static final List<String> NEEDED =
            List.of("sh", "cat", "cp", "find", "flock", "mkdir", "mv", "readlink", "rm", "sed", "sleep", "touch");

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
        Files.createDirectories(home.resolve("cli/src/main"));
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
        assertThat(second.out()).isEqualTo(first.out());
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
        assertThat(start("analyze", "query").err()).doesNotContain("SQL");
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
        Files.writeString(tools.resolveSibling("release"), "JAVA_VERSION=\"" + version + "\"\n");
        tool("java", """
                for word; do
                    case "$1 $word" in -Xshare:dump\\ -XX:SharedArchiveFile=*) echo >"${word#*=}" ;; esac
                    printf '[%s] ' "$word"
                done""");
    }

    private void tool(String name, String script) throws IOException {
        Path tool = Files.writeString(tools.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Started start(String... words) throws Exception {
        return start(home.resolve("bootledger"), words);
    }

    private Started start(Path launcher, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(words));
        Path out = Files.createTempFile(directory, "out", "");
        Path err = Files.createTempFile(directory, "err", "");
        ProcessBuilder process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        Map<String, String> environment = process.environment();
        environment.keySet().retainAll(List.of("TMPDIR"));
        environment.put("PATH", tools + ":" + commands);
        environment.put("JAVA_HOME", tools.getParent().toString());
        int exitCode = process.start().waitFor();
        return new Started(exitCode, Files.readString(out), Files.readString(err));
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
