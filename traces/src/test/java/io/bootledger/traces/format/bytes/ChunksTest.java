package io.bootledger.traces.format.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stream in pieces of whole lines. */
class ChunksTest {
    private record Piece(String text, long skipped) {}

    @Test
    void theLastLineNeedsNoEnd() throws IOException {
        assertThat(pieces("one\ntwo\nthree")).containsExactly(new Piece("one\ntwo\n", 0), new Piece("three\n", 0));
        assertThat(pieces("one\n")).containsExactly(new Piece("one\n", 0));
        assertThat(pieces("")).isEmpty();
    }

    @Test
    void itIsSaidWhetherTheLastLineHasAnEnd() throws IOException {
        assertThat(read("one\ntwo").endsInMidLine()).isTrue();
        assertThat(read("one\ntwo\n").endsInMidLine()).isFalse();
        Chunks begun = new Chunks(stream("one\ntwo"));
        begun.next(null);
        assertThat(begun.endsInMidLine()).as("before its end is seen").isFalse();
    }

    @Test
    void bytesAndTheirKindAreTold() throws IOException {
        Chunks chunks = read("one\ntwo");

        assertThat(chunks.bytesRead()).isEqualTo(7);
        assertThat(chunks.kind()).isEqualTo("text");
        assertThat(read("").kind()).isEqualTo("nothing");
        assertThat(read("").bytesRead()).isEqualTo(0);
        assertThat(read("\177ELF" + "\n".repeat(Chunks.SIZE)).kind()).isEqualTo("an ELF binary");
    }

    /** A line that ends in what is read at once is whole; of another what is behind its 65,536th byte is left out. */
    @ParameterizedTest
    @CsvSource({
        "65535, 65535",
        "70000, 70000",
        "524281, 524281",
        "524282, 65536",
        "524288, 65536",
        "600000, 65536",
        "1048575, 65536",
        "1048576, 65536",
        "1600000, 65536"
    })
    void aLineThatIsNotReadAtOnceIsCutBehindSoManyBytes(int length, int kept) throws IOException {
        List<Piece> pieces = pieces("first\n" + "x".repeat(length) + "\nlast\n");

        assertThat(joined(pieces)).isEqualTo("first\n" + "x".repeat(kept) + "\nlast\n");
        assertThat(pieces.stream().mapToLong(Piece::skipped).sum()).isEqualTo(length - kept);
    }

    @Test
    void whatIsLeftOutAtTheEndIsCountedToo() throws IOException {
        Chunks chunks = new Chunks(stream("x".repeat(Chunks.SIZE + 100_000)));
        long inPieces = 0;
        for (Chunks.Chunk chunk = chunks.next(null); chunk != null; chunk = chunks.next(null)) {
            inPieces += chunk.skipped();
        }

        assertThat(inPieces).isEqualTo(0);
        assertThat(chunks.skipped()).isEqualTo(Chunks.SIZE + 100_000 - Chunks.LONGEST);
    }

    @Test
    void aLongLineEndsAtItsCarriageReturns() throws IOException {
        String progress = "\r" + "y".repeat(2_000);

        String line = "x" + progress.repeat(400) + "\nlast\n";
        List<Piece> pieces = pieces(line);

        assertThat(joined(pieces).replace('\r', '\n')).isEqualTo(line.replace('\r', '\n'));
        assertThat(pieces).hasSizeGreaterThan(1).extracting(Piece::skipped).containsOnly(0L);
    }

    @Test
    void aShortLineKeepsItsCarriageReturns() throws IOException {
        assertThat(joined(pieces("a\rb\n"))).isEqualTo("a\rb\n");
    }

    @Test
    void soDoesOneOnWhichWhatIsReadAtOnceEnds() throws IOException {
        String text = "x\n".repeat(Chunks.SIZE / 2 - 2) + "a\rbc\nlast\n";

        assertThat(joined(pieces(text))).isEqualTo(text);
    }

    @Test
    void aBufferThatIsGivenIsUsedAgain() throws IOException {
        Chunks chunks = new Chunks(stream("one\n".repeat(200_000)));
        Chunks.Chunk first = chunks.next(null);
        Chunks.Chunk second = chunks.next(first.bytes());

        assertThat(second.bytes()).isSameAs(first.bytes());
        assertThat(second.to() - second.from()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "5"})
    void nothingIsLostBetweenThePieces(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder();
        while (text.length() < 3 * Chunks.SIZE) {
            text.append("z".repeat(random.nextInt(200))).append(text.length()).append('\n');
        }

        assertThat(joined(pieces(text.toString()))).isEqualTo(text.toString());
    }

    private static Chunks read(String text) throws IOException {
        Chunks chunks = new Chunks(stream(text));
        while (chunks.next(null) != null) {
            // To the end.
        }
        return chunks;
    }

    private static List<Piece> pieces(String text) throws IOException {
        Chunks chunks = new Chunks(stream(text));
        List<Piece> pieces = new ArrayList<>();
        for (Chunks.Chunk chunk = chunks.next(null); chunk != null; chunk = chunks.next(null)) {
            String lines =
                    new String(chunk.bytes(), chunk.from(), chunk.to() - chunk.from(), StandardCharsets.US_ASCII);
            assertThat(lines).endsWith("\n");
            pieces.add(new Piece(lines, chunk.skipped()));
        }
        return pieces;
    }

    private static String joined(List<Piece> pieces) {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text()));
        return text.toString();
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }
}
