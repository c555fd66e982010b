package io.bootledger.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowedFileTest {
    @TempDir
    Path directory;

    @Test
    void whatIsAddedIsRead() throws IOException {
        Path log = Files.writeString(directory.resolve("log"), "one\n");
        try (FollowedFile file = new FollowedFile(log)) {
            assertThat(read(file)).isEqualTo("one\n");
            assertThat(read(file)).isEmpty();
            Files.writeString(log, "two\n", StandardOpenOption.APPEND);
            assertThat(read(file)).isEqualTo("two\n");
        }
    }

    @Test
    void aFileThatWasCutShortIsReadFromItsBeginning() throws IOException {
        Path log = Files.writeString(directory.resolve("log"), "a long line, cut");
        try (FollowedFile file = new FollowedFile(log)) {
            assertThat(read(file)).isEqualTo("a long line, cut");
            Files.writeString(log, "new\n");
            assertThat(read(file)).as("the end of the cut line").isEqualTo("\n");
            assertThat(read(file)).isEqualTo("new\n");
        }
    }

    @Test
    void aFileThatWasReplacedIsReadFromItsBeginning() throws IOException {
        Path log = Files.writeString(directory.resolve("log"), "old\n");
        try (FollowedFile file = new FollowedFile(log)) {
            assertThat(read(file)).isEqualTo("old\n");
            Files.move(log, directory.resolve("log.1"));
            assertThat(read(file)).isEmpty();
            Files.writeString(log, "the next file\n");
            assertThat(read(file)).isEmpty();
            assertThat(read(file)).isEqualTo("the next file\n");
        }
    }

    private static String read(FollowedFile file) throws IOException {
        byte[] bytes = new byte[100];
        return new String(bytes, 0, file.read(bytes, 0, bytes.length), StandardCharsets.UTF_8);
    }
}
