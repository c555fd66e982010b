package io.bootledger.reports.html;

import io.bootledger.analyzer.excerpt.LogExcerpt;
import io.bootledger.analyzer.excerpt.LogExcerpt.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An excerpt, packed: numbers and times as differences to the line before, which are short.
 *
 * @param number differences of line numbers
 * @param time differences in microseconds, over lines without a stamp; null for those
 * @param text the lines
 * @param cut bytes cut off, by position of the line; whole lines are not named
 */
record PackedLines(List<Long> number, List<@Nullable Long> time, List<String> text, Map<Integer, Integer> cut) {
    static PackedLines of(LogExcerpt excerpt) {
        PackedLines packed =
                new PackedLines(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>());
        long number = 0;
        long time = 0;
        for (Line line : excerpt.lines()) {
            Long us = line.time() == null ? null : line.time().micros();
            packed.add(line, line.number() - number, us == null ? null : us - time);
            number = line.number();
            time = us == null ? time : us;
        }
        return packed;
    }

    private void add(Line line, long numberStep, @Nullable Long timeStep) {
        if (line.cutBytes() > 0) {
            cut.put(text.size(), line.cutBytes());
        }
        number.add(numberStep);
        time.add(timeStep);
        text.add(line.text().toString());
    }
}
