package io.bootledger.cli.gate;

import io.bootledger.traces.format.LogSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Boots of an unchanged kernel: those of a folder, each with a few microseconds more in its long initcalls. */
public final class Reboots {
    private static final Pattern DURATION = Pattern.compile("(?<=returned 0 after )\\d{4,}(?= usecs)");

    private Reboots() {}

    /** Written into another folder, which is given back. */
    public static Path of(Path boots, Path into) {
        try (Stream<Path> logs = Files.list(boots)) {
            Files.createDirectories(into);
            List<Path> sorted = logs.sorted().toList();
            for (int boot = 0; boot < sorted.size(); boot++) {
                try (LogSource log = LogSource.file(sorted.get(boot))) {
                    String text = new String(log.stream().readAllBytes(), StandardCharsets.UTF_8);
                    int more = boot + 1;
                    Files.writeString(
                            into.resolve(boot + ".log"),
                            DURATION.matcher(text).replaceAll(us -> Long.toString(Long.parseLong(us.group()) + more)));
                }
            }
            return into;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
