package io.bootledger.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The files this was built from. */
public final class Checkout {
    private static final Path ROOT = Path.of(System.getProperty("bootledger.checkout", ".."))
            .toAbsolutePath()
            .normalize();

    public static Path path(String relative) {
        return ROOT.resolve(relative);
    }

    public static Path sample(String name) {
        return path("traces/samples").resolve(name);
    }

    public static String text(String relative) {
        try {
            return Files.readString(path(relative));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Maven modules that are part of the program. */
    static List<String> modules() {
        return Pattern.compile("<module>(.+)</module>")
                .matcher(text("pom.xml").split("<profiles>")[0])
                .results()
                .map((MatchResult module) -> module.group(1))
                .toList();
    }

    private Checkout() {}
}
