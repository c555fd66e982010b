package io.bootledger.traces.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.format.bytes.Chunks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code journalctl -r}, and what log stores export. */
class NewestFirstTest {
    @ParameterizedTest
    @ValueSource(strings = {"amd64-6.1-cloud/dmesg.txt", "i386-6.12-caller/dmesg.txt", "amd64-7.2-cloud/dmesg.txt"})
    void aLogTurnedRoundSaysTheSameOfTheSameLines(String sample) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("samples", sample), StandardCharsets.ISO_8859_1);
        List<RecordedEvent> forth = read(lines);
        Collections.reverse(lines);
        List<RecordedEvent> back = read(lines);

        assertThat(back).hasSameSizeAs(forth);
        for (int i = 0; i < forth.size() - 1; i++) {
            assertThat(back.get(i).event()).isEqualTo(forth.get(i).event());
            assertThat(back.get(i).time()).isEqualTo(forth.get(i).time());
            assertThat(back.get(i).origin().line())
                    .isEqualTo(lines.size() + 1 - forth.get(i).origin().line());
        }
        BootRecorded read = (BootRecorded) back.get(back.size() - 1).event();
        assertThat(read.firstLine()).isEqualTo(1);
        assertThat(read.lastLine()).isEqualTo(lines.size());
    }

    @Test
    void linesOfAnyLengthAreTurnedRound() throws IOException {
        Random random = new Random(7);
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < 400; line++) {
            char[] text = new char[random.nextInt(line % 50 == 0 ? 200_000 : 2_000)];
            Arrays.fill(text, (char) ('a' + line % 26));
            lines.add(new String(text));
        }
        String turned = turned(String.join("\n", lines));
        Collections.reverse(lines);

        assertThat(turned.equals(String.join("\n", lines) + "\n")).isTrue();
    }

    @Test
    void ofALineTooLongToReadTheBeginningStays() throws IOException {
        String turned = turned("first\n" + "x".repeat(3_000_000) + "\nlast\n");

        assertThat(turned).startsWith("last\nxxx").endsWith("x\nfirst\n");
        assertThat(turned.length()).isGreaterThan(Chunks.LONGEST);
        assertThat(turned.lines().count()).isEqualTo(3);
    }

    @Test
    void nothingTurnedRoundIsNothing() throws IOException {
        assertThat(turned("")).isEmpty();
        assertThat(turned("\n\n")).isEqualTo("\n\n");
    }

    private static String turned(String log) throws IOException {
        try (TurnedRound turned = TurnedRound.of(new ByteArrayInputStream(log.getBytes(StandardCharsets.US_ASCII)))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            turned.transferTo(out);
            return out.toString(StandardCharsets.US_ASCII);
        }
    }

    private static List<RecordedEvent> read(List<String> lines) throws IOException {
        List<RecordedEvent> events = new ArrayList<>();
        byte[] log = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.ISO_8859_1);
        LogReader.read(LogSource.stream("log", new ByteArrayInputStream(log)), ReadingOptions.NUMBERS, events::add);
        return events;
    }
}
