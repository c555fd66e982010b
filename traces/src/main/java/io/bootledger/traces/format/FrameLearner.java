package io.bootledger.traces.format;

import io.bootledger.traces.format.bytes.Ascii;
import io.bootledger.traces.format.frame.FormatNames;
import io.bootledger.traces.format.frame.Frame;
import io.bootledger.traces.format.frame.Frame.Layer;
import io.bootledger.traces.format.frame.Frames;
import io.bootledger.traces.format.frame.Framing;
import io.bootledger.traces.format.frame.LearntFrames;
import io.bootledger.traces.format.frame.LogRecord;
import io.bootledger.traces.format.frame.PrefixShape;
import io.bootledger.traces.format.frame.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Learns the frames of a log that no row of {@link Frames} lists: what stands, in one shape, before the messages that state facts
 * and before most others, and what stands behind them. A guess is kept only where more lines state a fact by it, so a log in listed
 * frames is read as it is.
 */
final class FrameLearner {
    private static final int MOST_SHAPES = 4;
    private static final int LONGEST_PREFIX = 160;
    private static final int FEWEST = 2;

    private final FirstLines lines;
    private LearntFrames learnt = LearntFrames.NONE;

    private FrameLearner(FirstLines lines) {
        this.lines = lines;
    }

    /** Learns from the first bytes of a log. */
    static LearntFrames learn(byte[] bytes, int from, int to) {
        FirstLines lines = FirstLines.of(bytes, from, to);
        FrameLearner learner = new FrameLearner(lines);
        if (!lines.stateFacts()) {
            learner.prefixes(Layer.VENDOR);
            learner.prefixes(Layer.STAMP);
        }
        for (byte[] tail : Tails.of(lines)) {
            learner.keepIfBetter(learner.learnt.withTail(tail));
        }
        return learner.learnt.newestFirst(Descent.of(lines, new Framing(learner.learnt)));
    }

    private boolean keepIfBetter(LearntFrames guess) {
        boolean better = lines.facts(guess) > lines.facts(learnt);
        if (better) {
            learnt = guess;
        }
        return better;
    }

    /** Learns one shape after the other, the most frequent first. */
    private void prefixes(Layer layer) {
        for (int round = 0; round < MOST_SHAPES; round++) {
            Optional<Shape> shape = commonShape(layer == Layer.VENDOR);
            if (shape.isEmpty()
                    || !keepIfBetter(learnt.with(
                            new Frame(layer == Layer.VENDOR ? "" : FormatNames.REGULAR_PREFIX, layer, shape.get())))) {
                return;
            }
        }
    }

    /**
     * The shape that stands before most facts that have something before them, if it stands before most lines.
     *
     * @param framed whether lines are looked at that have a listed frame, or those that have none
     */
    private Optional<Shape> commonShape(boolean framed) {
        Map<String, List<PrefixShape>> byForm = new LinkedHashMap<>();
        List<byte[]> texts = new ArrayList<>();
        Framing framing = new Framing(learnt);
        for (int line = 0; line < lines.size(); line++) {
            LogRecord left = lines.peeled(line, framing);
            if (left.framed != framed || left.foreign || Framing.isHypervisors(left) || left.from >= left.to) {
                continue;
            }
            texts.add(Arrays.copyOfRange(left.bytes, left.from, left.to));
            int start = factInside(left);
            if (start > left.from) {
                PrefixShape prefix = PrefixShape.of(left.bytes, left.from, start);
                byForm.computeIfAbsent(prefix.form(), form -> new ArrayList<>()).add(prefix);
            }
        }
        return byForm.values().stream()
                .filter(prefixes -> prefixes.size() >= FEWEST)
                .max(Comparator.comparingInt(List::size))
                .map(PrefixShape::common)
                .filter(shape -> standsBeforeMost(shape, texts));
    }

    private static boolean standsBeforeMost(Shape shape, List<byte[]> texts) {
        LogRecord record = new LogRecord();
        int fits = 0;
        for (byte[] text : texts) {
            record.begin(text, 0, text.length, 0);
            fits += shape.match(record, 0) > 0 ? 1 : 0;
        }
        return fits * 2 >= texts.size();
    }

    /** Where the first fact inside a line begins; -1 where there is none. A name is no place to look inside. */
    private int factInside(LogRecord line) {
        int most = Math.min(line.to, line.from + LONGEST_PREFIX);
        for (int at = line.from; at < most; at++) {
            byte before = at == line.from ? (byte) ' ' : line.bytes[at - 1];
            boolean begins = !Ascii.letter(before) && !Ascii.digit(before) && Ascii.letter(line.bytes[at]);
            if (begins && lines.statesFact(line.bytes, at, line.to)) {
                return at;
            }
        }
        return -1;
    }
}
