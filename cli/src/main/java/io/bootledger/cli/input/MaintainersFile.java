package io.bootledger.cli.input;

import io.bootledger.analyzer.knowledge.Maintainers;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Complaint;
import io.bootledger.cli.process.TextFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads who answers for what in a kernel. */
public final class MaintainersFile {
    private static final String OPTION = "--maintainers ";
    /** Twenty times the file of Linux 7.0. */
    private static final int LARGEST = 1 << 24;
    /** A line is a name, a pattern of files, or a regular expression. */
    private static final int LONGEST_LINE = 1 << 10;

    private MaintainersFile() {}

    /** Null for no file. */
    public static @Nullable Maintainers read(@Nullable Path file) {
        if (file == null) {
            return null;
        }
        try {
            Maintainers maintainers = Maintainers.of(text(file));
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

    private static String text(Path file) throws IOException {
        String text = new String(TextFiles.bytes(file, LARGEST), StandardCharsets.UTF_8);
        if (text.lines().anyMatch(line -> line.length() > LONGEST_LINE)) {
            throw new IOException("it has a line of more than " + LONGEST_LINE + " characters, and is no MAINTAINERS");
        }
        return text;
    }
}
