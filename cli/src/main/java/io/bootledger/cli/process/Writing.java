package io.bootledger.cli.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Something that writes; what goes wrong ends the command with a sentence. */
@FunctionalInterface
public interface Writing {
    void write() throws IOException;

    /** @param place where it goes, for people */
    static void to(Object place, Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            throw failed(place, e);
        } catch (UncheckedIOException e) {
            throw failed(place, Objects.requireNonNull(e.getCause(), "it is never without"));
        }
    }

    private static CommandFailure failed(Object place, IOException problem) {
        return CommandFailure.unreadable(Complaint.writing(place.toString(), problem), problem);
    }
}
