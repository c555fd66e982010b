package io.bootledger.cli;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.bootledger.project.Checkout;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command line run in a process of its own, for what a test cannot show within its own: fewer rights, a full standard output. */
public final class Child {
    /** Without these, root is bound by the permissions of files like anybody else. */
    private static final List<String> WITHOUT_ROOTS_RIGHTS =
            List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search");

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin/java").toString();

    /** Runs with no more rights than the owner of the files has. */
    public static Run bound(Object... arguments) {
        if (!System.getProperty("user.name").equals("root")) {
            return Run.bootledger(arguments);
        }
        assumeThat(start(WITHOUT_ROOTS_RIGHTS, List.of("true"), Redirect.DISCARD)
                        .exitCode())
                .as("root can put its rights aside (setpriv of util-linux, and a container that lets it)")
                .isZero();
        return start(WITHOUT_ROOTS_RIGHTS, bootledger(arguments), Redirect.PIPE);
    }

    /** Runs with a disk that is full as soon as a file has 4 KiB (dash counts 512 bytes, bash 1 KiB). */
    public static Run withSmallFiles(Object... arguments) {
        return start(List.of("sh", "-c", "ulimit -f 4; exec \"$@\"", "sh"), bootledger(arguments), Redirect.PIPE);
    }

    /** Runs with so large a heap: {@code 24m}. */
    public static Run withHeap(String size, Object... arguments) {
        return withOption("-Xmx" + size, arguments);
    }

    /** Runs with another place for temporary files. */
    public static Run withTemporaryFilesIn(Path directory, Object... arguments) {
        return withOption("-Djava.io.tmpdir=" + directory, arguments);
    }

    /** Runs with an option of Java. */
    public static Run withOption(String option, Object... arguments) {
        List<String> words = bootledger(arguments);
        words.add(1, option);
        return start(List.of(), words, Redirect.PIPE);
    }

    /** Runs with a file as its standard output. */
    public static Run into(Path out, Object... arguments) {
        return start(List.of(), bootledger(arguments), Redirect.appendTo(out.toFile()));
    }

    /** Runs the jar that people run, which holds only what it was packed with. */
    public static Run packaged(Object... arguments) {
        List<String> words = new ArrayList<>(
                List.of(JAVA, "-jar", Checkout.path("cli/target/bootledger.jar").toString()));
        Arrays.stream(arguments).map(Object::toString).forEach(words::add);
        return start(List.of(), words, Redirect.PIPE);
    }

    /** The words of such a process, for a test that talks to it. */
    public static List<String> bootledger(Object... arguments) {
        String places =
                System.getProperty("java.class.path") + File.pathSeparator + System.getProperty("jdk.module.path", "");
        List<String> words =
                new ArrayList<>(List.of(JAVA, "-XX:TieredStopAtLevel=1", "-cp", places, Bootledger.class.getName()));
        Arrays.stream(arguments).map(Object::toString).forEach(words::add);
        return words;
    }

    private static Run start(List<String> before, List<String> words, Redirect out) {
        List<String> command = new ArrayList<>(before);
        command.addAll(words);
        try {
            Path said = Files.createTempFile("bootledger", ".out");
            Path err = Files.createTempFile("bootledger", ".err");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectOutput(out == Redirect.PIPE ? Redirect.to(said.toFile()) : out)
                        .redirectError(err.toFile())
                        .start();
                process.getOutputStream().close();
                if (!process.waitFor(1, TimeUnit.MINUTES)) {
                    process.destroyForcibly();
                    throw new AssertionError("still running after a minute: " + command);
                }
                return new Run(process.exitValue(), Files.readAllBytes(said), Files.readString(err));
            } finally {
                Files.delete(said);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Child() {}
}
