package io.bootledger.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Starts that cannot succeed, or are disturbed: what is said, and what is left. */
class FailedStartsTest extends StandInTools {
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
}
