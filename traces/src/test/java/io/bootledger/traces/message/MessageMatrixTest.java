package io.bootledger.traces.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.KernelVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every line of the message table against every row. */
class MessageMatrixTest {
    /** A real line and the row it stands at. */
    record Line(Row<?> row, String text) {
        @Override
        public String toString() {
            return row.event().getSimpleName() + ": " + text;
        }

        byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    private final MessageTable table = new MessageTable();

    static Stream<Line> samples() {
        return RowIndex.ROWS.stream().flatMap(row -> row.samples().stream().map(text -> new Line(row, text)));
    }

    static Stream<Line> lines() {
        Stream<Line> variants =
                RowIndex.ROWS.stream().flatMap(row -> row.variants().stream().map(text -> new Line(row, text)));
        return Stream.concat(samples(), variants);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aLineIsReadByItsOwnRowAndByNoOther(Line line) {
        List<Row<?>> readers =
                RowIndex.ROWS.stream().filter(row -> read(row, line) != null).toList();

        assertThat(readers).containsExactly(line.row);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void theTableReadsALineAsItsRowDoes(Line line) {
        assertThat(table.read(line.bytes(), 0, line.bytes().length)).isEqualTo(read(line.row, line));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleIsWrittenAgainAsItWas(Line line) {
        KernelVersion version = aVersionOf(line.row.versions());

        assertThat(table.write(read(line.row, line), version)).isEqualTo(line.text);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void anEventIsTheSameAfterWritingAndReading(Line line) {
        BootEvent event = read(line.row, line);
        byte[] written = table.write(event, null).getBytes(StandardCharsets.UTF_8);

        assertThat(table.read(written, 0, written.length)).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aLineIsReadInTheMiddleOfABuffer(Line line) {
        byte[] buffer = ("@ 1\n" + line.text + "\n@ 2").getBytes(StandardCharsets.UTF_8);

        assertThat(table.read(buffer, 4, buffer.length - 4)).isEqualTo(read(line.row, line));
    }

    @Test
    void everyRowShowsARealLine() {
        assertThat(RowIndex.ROWS)
                .hasSizeGreaterThan(60)
                .allSatisfy(row ->
                        assertThat(row.samples().size() + row.variants().size()).isPositive());
    }

    private static BootEvent read(Row<?> row, Line line) {
        Cursor cursor = new Cursor();
        cursor.reset(line.bytes(), 0, line.bytes().length);
        return row.read(cursor);
    }

    private static KernelVersion aVersionOf(Versions versions) {
        if (!versions.released()) {
            return null;
        }
        return versions.from() != null ? versions.from() : new KernelVersion(2, 6, 0);
    }
}
