package io.bootledger.cli.process;

import io.bootledger.project.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with a Java and a Maven that only write down how they were called. */
abstract class StandInTools {
    /** What the launcher calls; not the machine's own Java and Maven. */
    static final List<String> NEEDED =
            List.of("sh", "cat", "cp", "find", "flock", "mkdir", "mv", "readlink", "rm", "sed", "sleep", "touch", "tr");

    @TempDir
    Path directory;

    Path home;

    Path tools;

    Path commands;

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

    /** A Java that prints its arguments, and makes the class archive it is asked for. */
    void java(String version) throws IOException {
        java(version, "");
    }

    /** The same, after it did something when it ran the program: it knows {@code $at}, its archive, and {@code $crash}, its log. */
    void java(String version, String before) throws IOException {
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
    void ends(String how) throws IOException {
        java("17.0.15", how + "\nexit $?");
    }

    static String withoutNumbers(String words) {
        return words.replaceAll("launcher=\\d+", "launcher=N");
    }

    void tool(String name, String script) throws IOException {
        Path tool = Files.writeString(tools.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    Started start(String... words) throws Exception {
        return start(home.resolve("bootledger"), words);
    }

    Started start(Path launcher, String... words) throws Exception {
        Path out = Files.createTempFile(directory, "out", "");
        Path err = Files.createTempFile(directory, "err", "");
        int exitCode = process(launcher, words)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        return new Started(exitCode, Files.readString(out), Files.readString(err));
    }

    ProcessBuilder process(Path launcher, String... words) {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(words));
        ProcessBuilder process = new ProcessBuilder(command).directory(directory.toFile());
        Map<String, String> environment = process.environment();
        environment.keySet().retainAll(List.of("TMPDIR"));
        environment.put("PATH", tools + ":" + commands);
        environment.put("JAVA_HOME", tools.getParent().toString());
        return process;
    }

    Started unchecked(String word) {
        try {
            return start(word);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    record Started(int exitCode, String out, String err) {}
}
