package io.bootledger.traces.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.bootledger.traces.event.BootEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs are hostile: whatever stands in a line, reading it ends, and ends without an exception. */
class MessageFuzzTest {
    private static final int ROUNDS = Integer.getInteger("rounds", 60_000);

    private final MessageTable table = new MessageTable();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void randomBytesAreRead(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            readAndWriteAgain(bytes, 0, bytes.length);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {4, 5, 6})
    void mutatedSamplesAreRead(long seed) {
        Random random = new Random(seed);
        List<String> lines = samples();
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = mutate(lines, random);
            int from = random.nextInt(8) == 0 ? random.nextInt(bytes.length + 1) : 0;
            readAndWriteAgain(bytes, from, bytes.length);
        }
    }

    @Test
    void everyPrefixOfASampleIsRead() {
        for (String line : samples()) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            for (int to = 0; to <= bytes.length; to++) {
                readAndWriteAgain(bytes, 0, to);
            }
        }
    }

    @Test
    void aVeryLongMessageIsReadInOneGo() {
        String flood = "calling  initcall probe of : returned after ".repeat(100_000);
        for (String start : List.of("", "probe of ", "initcall ", "calling  ", "Freeing ", "a: probe of ")) {
            byte[] bytes = (start + flood).getBytes(StandardCharsets.UTF_8);
            readAndWriteAgain(bytes, 0, bytes.length);
        }
    }

    @Test
    @Timeout(20)
    void longRunsOfOneByteAreReadInOneGo() {
        for (char run : " :0[(+-".toCharArray()) {
            for (String line : samples()) {
                int middle = line.length() / 2;
                String text = line.substring(0, middle) + String.valueOf(run).repeat(20_000) + line.substring(middle);
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                readAndWriteAgain(bytes, 0, bytes.length);
            }
            byte[] probe =
                    ("probe of x" + String.valueOf(run).repeat(4_000_000) + "y").getBytes(StandardCharsets.UTF_8);
            readAndWriteAgain(probe, 0, probe.length);
        }
    }

    private void readAndWriteAgain(byte[] bytes, int from, int to) {
        assertThatCode(() -> {
                    table.incomplete(bytes, from, to);
                    BootEvent event = table.read(bytes, from, to);
                    if (event != null) {
                        assertThat(table.write(event, null)).isNotNull();
                    }
                })
                .as(() -> new String(bytes, from, to - from, StandardCharsets.ISO_8859_1))
                .doesNotThrowAnyException();
    }

    private static List<String> samples() {
        return RowIndex.ROWS.stream()
                .flatMap(row -> Stream.concat(row.samples().stream(), row.variants().stream()))
                .toList();
    }

    private static byte[] mutate(List<String> lines, Random random) {
        StringBuilder text = new StringBuilder(lines.get(random.nextInt(lines.size())));
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(5)) {
                case 0 -> text.setLength(at);
                case 1 -> text.insert(at, (char) random.nextInt(256));
                case 2 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(6)));
                case 3 -> text.insert(at, lines.get(random.nextInt(lines.size())));
                default -> text.insert(at, random.nextLong());
            }
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
