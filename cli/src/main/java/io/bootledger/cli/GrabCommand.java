package io.bootledger.cli;

import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.TextFiles;
import io.bootledger.cli.process.Version;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bootledger grab}: writes the script that gathers on another machine what {@code analyze} reads. */
@Command(
        name = "grab",
        description = "Write a script for sh that gathers on another machine what analyze wants to know of its boot.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "The script runs wherever sh does, busybox's too, and sends nothing anywhere. It tells what the kernel's",
            "command line lacks and where to add it, and gathers the log, the configuration, the symbols and systemd's",
            "times in one text, which analyze reads.",
            "",
            "Examples:",
            "  bootledger grab --out grab.sh              to be copied to the machine: sh grab.sh boot.txt",
            "",
            "  bootledger grab | ssh root@board sh >boot.txt && bootledger analyze boot.txt"
        })
final class GrabCommand implements Runnable {
    private static final String SCRIPT = "grab.sh";

    private final Surroundings here;

    @Option(names = "--out", paramLabel = "FILE", description = "Write it there. Without it, to standard output.")
    private String out = TextFiles.STANDARD_OUTPUT;

    GrabCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public void run() {
        new TextFiles(here).write(out, script());
    }

    private static String script() {
        try (InputStream script = Objects.requireNonNull(GrabCommand.class.getResourceAsStream(SCRIPT), SCRIPT)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
