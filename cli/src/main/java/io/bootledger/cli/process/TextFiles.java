package io.bootledger.cli.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Reads short documents, and writes them, each whole or not at all. */
public final class TextFiles {
    public static final String STANDARD_OUTPUT = "-";

    private final Surroundings here;

    public TextFiles(Surroundings here) {
        this.here = here;
    }

    /**
     * Reads a document.
     *
     * @param most so many bytes it may have: what never ends is no document
     */
    public static String read(Path file, int most) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(file, most)))
                    .toString();
        } catch (CharacterCodingException otherwiseEncoded) {
            throw new IOException("it is not UTF-8", otherwiseEncoded);
        }
    }

    /** The same of a document in which a character that is none does no harm. */
    public static byte[] bytes(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new IOException("it is longer than " + most / 1024 + " KiB");
            }
            return bytes;
        }
    }

    /** Before work of minutes goes into what is written there: begins a file and leaves nothing of it. A pipe or device is not touched. */
    public static void refuseUnwritable(String place) {
        Path path = Path.of(place);
        if (!Files.exists(path) || Files.isRegularFile(path) || Files.isDirectory(path)) {
            Writing.to(place, () -> WholeFile.at(path).close());
        }
    }

    /** @param place a file, {@code -} for standard output, or null for nowhere */
    public void write(@Nullable String place, String text) {
        if (place == null) {
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (place.equals(STANDARD_OUTPUT)) {
            OutputStream out = new StandardOutput(here.out());
            Writing.to("standard output", () -> {
                out.write(bytes);
                out.flush();
            });
            return;
        }
        write(Path.of(place), text);
    }

    /** A file, whatever its name. */
    public static void write(Path place, String text) {
        Writing.to(place, () -> {
            try (WholeFile file = WholeFile.at(place)) {
                file.write(text.getBytes(StandardCharsets.UTF_8));
                file.finish();
            }
        });
    }

    /**
     * Writes an answer for people to standard output, unless the one for programs goes there.
     *
     * @param json where that one goes, as above
     */
    public void answer(@Nullable String json, String document, String report) {
        write(json, document);
        if (!STANDARD_OUTPUT.equals(json)) {
            write(STANDARD_OUTPUT, report);
        }
    }

    /** Adds to what others have written to a file; null for nowhere. */
    public void append(@Nullable String place, String text) {
        if (place != null && !place.isEmpty()) {
            Writing.to(
                    place,
                    () -> Files.writeString(
                            Path.of(place), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        }
    }
}
