package io.bootledger.cli;

import io.bootledger.analyzer.knowledge.Maintainers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads who answers for what in a kernel. */
final class MaintainersFile {
    private static final String OPTION = "--maintainers ";

    private MaintainersFile() {}

    /** Null for no file. */
    static @Nullable Maintainers read(@Nullable Path file) {
        if (file == null) {
            return null;
        }
        try {
            Maintainers maintainers = Maintainers.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            if (maintainers.isEmpty()) {
                throw CommandFailure.unreadable(
                        OPTION + file + ": it has no section with files: give MAINTAINERS from a kernel's source",
                        null);
            }
            return maintainers;
        } catch (IOException e) {
            throw CommandFailure.unreadable(Complaint.reading(OPTION + file, e), e);
        }
    }
}
