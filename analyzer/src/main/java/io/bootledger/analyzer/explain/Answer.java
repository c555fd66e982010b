package io.bootledger.analyzer.explain;

import io.bootledger.analyzer.clock.DoubtfulStretch.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the report, and what stands behind its numbers.
 *
 * @param subject what sort of row it is
 * @param ordinal its position among these rows, from 1
 * @param name as the report prints it
 * @param code as JSON calls it
 * @param figures its numbers
 * @param lines of the log behind it, in order, each once
 * @param doubt why the stamps that tell its time are in doubt; null when they are not, or only in part, which a figure tells
 */
public record Answer(
        Subject subject,
        int ordinal,
        String name,
        String code,
        List<Figure> figures,
        List<Long> lines,
        @Nullable Reason doubt) {
    private static final String NOT_HELD = "the log does not hold it";
    private static final String NO_SINGLE_LINE = "no single line of the log says it";

    public Answer {
        figures = List.copyOf(figures);
        lines = lines.stream().filter(line -> line > 0).distinct().sorted().toList();
    }

    Answer(Subject subject, int ordinal, String name, List<Figure> figures, List<Long> lines) {
        this(subject, ordinal, name, name, figures, lines, null);
    }

    /** The same row under JSON's name for it. */
    Answer coded(Object code) {
        return new Answer(subject, ordinal, name, code.toString(), figures, lines, doubt);
    }

    /** The same row, its time in doubt or not. */
    Answer doubted(@Nullable Reason doubt) {
        return new Answer(subject, ordinal, name, code, figures, lines, doubt);
    }

    /** Why there are no lines; null where there are. */
    public @Nullable String whyNoLines() {
        if (!lines.isEmpty()) {
            return null;
        }
        return figures.stream().allMatch(figure -> figure.value() == null) ? NOT_HELD : NO_SINGLE_LINE;
    }

    /** Whether someone who says this asks for it. */
    public boolean isCalled(String asked) {
        return asked.equals(name) || asked.equals(code);
    }

    /** The words that ask for it, and for nothing else but rows of the same name. */
    public String words() {
        return subject + " " + name;
    }
}
