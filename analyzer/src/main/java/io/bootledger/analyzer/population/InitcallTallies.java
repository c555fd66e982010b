package io.bootledger.analyzer.population;

import io.bootledger.analyzer.compare.measure.BootSummary;
import io.bootledger.analyzer.compare.measure.CallColumns;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.population.Population.Boots;
import io.bootledger.analyzer.population.Population.InitcallSpread;
import io.bootledger.traces.event.InitcallLevel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Every initcall that any boot called. */
final class InitcallTallies {
    private static final InitcallLevel[] LEVELS = InitcallLevel.values();
    private final Map<InitcallKey, Tally> tallies = new HashMap<>();
    private final List<InitcallKey> keys = new ArrayList<>();
    private final int atOnce;

    /** What is counted of an initcall. */
    private static final class Tally {
        private final int number;
        private final int[] levels = new int[LEVELS.length];
        private int boots;
        private int timed;
        /** Where its next duration goes; -1 when its durations are not collected in this pass. */
        private int next = -1;

        Tally(int number) {
            this.number = number;
        }
    }

    /** @param atOnce how many durations are held at a time; those of one initcall always are */
    InitcallTallies(int atOnce) {
        this.atOnce = atOnce;
    }

    void count(CallColumns calls) {
        for (int row = 0; row < calls.size(); row++) {
            Tally tally = tallies.computeIfAbsent(calls.key(row), this::tally);
            tally.boots++;
            if (calls.durationUs(row) != CallColumns.UNKNOWN) {
                tally.timed++;
            }
            InitcallLevel level = calls.level(row);
            if (level != null) {
                tally.levels[level.ordinal()]++;
            }
        }
    }

    private Tally tally(InitcallKey key) {
        keys.add(key);
        return new Tally(keys.size() - 1);
    }

    /** In the order of their numbers. */
    List<InitcallKey> keys() {
        return keys;
    }

    /** Of an initcall that was counted. */
    int number(InitcallKey key) {
        return counted(key).number;
    }

    /** The same boots again: their durations, some initcalls at a time. */
    List<InitcallSpread> spreads(Boots boots) throws IOException {
        List<InitcallSpread> spreads = new ArrayList<>();
        for (int from = 0, to; from < keys.size(); from = to) {
            to = from + 1;
            long held = tally(from).timed;
            while (to < keys.size() && held + tally(to).timed <= atOnce) {
                held += tally(to++).timed;
            }
            collect(from, to, new long[Math.toIntExact(held)], boots, spreads);
        }
        return spreads;
    }

    private void collect(int from, int to, long[] durations, Boots boots, List<InitcallSpread> spreads)
            throws IOException {
        int start = 0;
        for (int number = from; number < to; number++) {
            tally(number).next = start;
            start += tally(number).timed;
        }
        boots.forEach(boot -> collect(boot, durations));
        for (int number = from; number < to; number++) {
            Tally tally = tally(number);
            Spread spread = Spread.ofRange(durations, tally.next - tally.timed, tally.next);
            spreads.add(new InitcallSpread(
                    keys.get(number), PopulationTallies.mostTold(tally.levels), tally.boots, spread));
            tally.next = -1;
        }
    }

    private void collect(BootSummary boot, long[] durations) {
        CallColumns calls = boot.calls();
        for (int row = 0; row < calls.size(); row++) {
            Tally tally = counted(calls.key(row));
            if (tally.next >= 0 && calls.durationUs(row) != CallColumns.UNKNOWN) {
                durations[tally.next++] = calls.durationUs(row);
            }
        }
    }

    private Tally tally(int number) {
        return counted(keys.get(number));
    }

    private Tally counted(InitcallKey key) {
        return Objects.requireNonNull(tallies.get(key), "it is counted before");
    }
}
