package io.bootledger.traces.format.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.traces.event.LogTruncated;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.format.LogContents;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An input that never ends is left where no line of text comes any more. */
class EndlessInputTest {
    private static final String BOOT = """
            [    0.000000] Linux version 6.1.0 (a@b) (gcc) #1
            [    0.100000] calling  acpi_init+0x0/0x10 @ 1
            """;

    private record Repeated(byte octet) {
        InputStream endless() {
            return new InputStream() {
                @Override
                public int read() {
                    return octet;
                }

                @Override
                public int read(byte[] bytes, int from, int length) {
                    Arrays.fill(bytes, from, from + length, octet);
                    return length;
                }
            };
        }
    }

    @ParameterizedTest
    @ValueSource(bytes = {0, '\n', 'x', ' '})
    void whatHoldsNoLineOfTextIsLeft(byte octet) throws IOException {
        LogContents contents = LogReader.read(
                LogSource.stream("endless", new Repeated(octet).endless()), ReadingOptions.EVERYTHING, event -> {});
        assertThat(contents.boots()).isZero();
        assertThat(contents.bytes()).isBetween(256L << 20, 258L << 20);
    }

    @ParameterizedTest
    @ValueSource(bytes = {0, '\n', 'x'})
    void whatCameBeforeIsReadAndTheRestSaid(byte octet) throws IOException {
        List<RecordedEvent> events = new ArrayList<>();
        InputStream log = new SequenceInputStream(
                new ByteArrayInputStream(BOOT.getBytes(StandardCharsets.US_ASCII)), new Repeated(octet).endless());
        LogReader.read(LogSource.stream("endless", log), ReadingOptions.EVERYTHING, events::add);
        assertThat(events)
                .extracting(RecordedEvent::event)
                .contains(new LogTruncated("256 MiB follow without a line of text: there its reading was ended"));
    }

    /** A log that was rotated under its writer begins with a hole as long as the one before. */
    @Test
    void aFileIsReadToItsEnd(@TempDir Path directory) throws IOException {
        Path holed = directory.resolve("holed");
        try (var file = Files.newByteChannel(
                holed, java.nio.file.StandardOpenOption.CREATE_NEW, java.nio.file.StandardOpenOption.WRITE)) {
            file.position(300 << 20);
            file.write(StandardCharsets.US_ASCII.encode("\n" + BOOT));
        }
        LogContents contents = LogReader.read(LogSource.file(holed), ReadingOptions.EVERYTHING, event -> {});
        assertThat(contents.boots()).isEqualTo(1);
    }
}
