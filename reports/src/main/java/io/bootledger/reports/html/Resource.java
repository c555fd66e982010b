package io.bootledger.reports.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A text that travels inside the program. */
final class Resource {
    /** A file that stands beside this class. */
    static String own(String name) {
        return text(Resource.class.getResourceAsStream(name), name);
    }

    private static String text(InputStream opened, String name) {
        if (opened == null) {
            throw new IllegalStateException("not in this program: " + name);
        }
        try (InputStream in = opened) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + name, e);
        }
    }

    private Resource() {}
}
