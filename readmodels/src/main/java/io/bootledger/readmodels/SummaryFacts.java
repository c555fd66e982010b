package io.bootledger.readmodels;

import io.bootledger.analyzer.compare.measure.BootSummary;
import io.bootledger.analyzer.compare.measure.CallColumns;
import io.bootledger.analyzer.compare.measure.FailureKey;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.compare.measure.Segments;
import io.bootledger.traces.event.InitcallLevel;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How a summary stands in the file. Whatever changes here, or in what a summary says, is a new version of the file. */
final class SummaryFacts {
    private static final InitcallLevel[] LEVELS = InitcallLevel.values();

    static FactOutput facts(BootSummary boot, KeyBook keys) {
        FactOutput out = new FactOutput();
        out.text(boot.boot());
        out.text(boot.kernel());
        out.text(boot.incomplete());
        out.text(boot.died());
        out.all(boot.environment(), FactOutput::text);
        out.fact(boot.totalUs());
        out.all(boot.phases(), FactOutput::number);
        out.all(boot.levels(), FactOutput::number);
        out.all(boot.gaps(), FactOutput::number);
        out.all(boot.segments().us(), FactOutput::number);
        out.fact(boot.segments().uncertaintyUs());
        write(boot.calls(), keys, out);
        out.all(boot.failures(), (each, failure) -> {
            each.text(failure.kind());
            each.text(failure.name());
            each.text(failure.module());
            each.text(failure.error());
        });
        out.all(boot.deferred(), FactOutput::text);
        out.number(boot.malformed());
        return out;
    }

    /** Column by column, which compresses best. A boot mostly calls what the one before called: numbers go up by 1. */
    private static void write(CallColumns calls, KeyBook keys, FactOutput out) {
        int size = calls.size();
        out.number(size);
        int expected = 0;
        for (int row = 0; row < size; row++) {
            int key = keys.number(calls.key(row));
            out.number(key - expected);
            expected = key + 1;
        }
        for (int row = 0; row < size; row++) {
            InitcallLevel level = calls.level(row);
            out.number(level == null ? -1 : level.ordinal());
        }
        for (int row = 0; row < size; row++) {
            out.number(calls.durationUs(row));
        }
        for (int row = 0; row < size; row++) {
            out.number(calls.returned(row));
        }
    }

    static BootSummary read(byte[] compressed, KeyBook keys) throws IOException {
        FactInput in = FactInput.ofCompressed(compressed);
        return new BootSummary(
                in.text(),
                in.textOrNull(),
                in.textOrNull(),
                in.textOrNull(),
                in.map(FactInput::text),
                in.fact(),
                in.map(FactInput::number),
                in.map(FactInput::number),
                in.map(FactInput::number),
                segments(in),
                calls(in, keys),
                new TreeSet<>(
                        in.all(each -> new FailureKey(each.text(), each.text(), each.textOrNull(), each.textOrNull()))),
                new TreeSet<>(in.all(FactInput::text)),
                in.number());
    }

    private static Segments segments(FactInput in) throws IOException {
        Map<String, Long> us = new LinkedHashMap<>();
        for (int count = in.count(); count > 0; count--) {
            us.put(in.text(), in.number());
        }
        return new Segments(us, in.fact());
    }

    private static CallColumns calls(FactInput in, KeyBook keys) throws IOException {
        int size = in.count();
        InitcallKey[] called = new InitcallKey[size];
        long expected = 0;
        for (int row = 0; row < size; row++) {
            long key = expected + in.number();
            called[row] = keys.key(key);
            expected = key + 1;
        }
        @Nullable InitcallLevel[] levels = new @Nullable InitcallLevel[size];
        for (int row = 0; row < size; row++) {
            int level = (int) in.number();
            levels[row] = level < 0 ? null : LEVELS[level];
        }
        return new CallColumns(called, levels, numbers(in, size), numbers(in, size));
    }

    private static long[] numbers(FactInput in, int size) throws IOException {
        long[] numbers = new long[size];
        for (int row = 0; row < size; row++) {
            numbers[row] = in.number();
        }
        return numbers;
    }

    private SummaryFacts() {}
}
