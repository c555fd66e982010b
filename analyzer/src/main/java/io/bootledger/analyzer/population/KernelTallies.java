package io.bootledger.analyzer.population;

import io.bootledger.analyzer.compare.NaturalOrder;
import io.bootledger.analyzer.compare.measure.BootSummary;
import io.bootledger.analyzer.compare.measure.Environment;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.population.PopulationTallies.KernelTally;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The boots by kernel, and what the complete ones called. */
final class KernelTallies {
    private final SortedMap<String, Tally> kernels = new TreeMap<>(NaturalOrder.COMPARATOR);

    /** What is counted of a kernel. */
    private static final class Tally {
        private final LongColumn totals = new LongColumn();
        private final BitSet called = new BitSet();
        private final SortedSet<String> handovers = new TreeSet<>();
        private int boots;
        private int complete;
    }

    /** @param initcalls where those of this boot are counted already */
    void count(BootSummary boot, InitcallTallies initcalls) {
        Tally tally = kernels.computeIfAbsent(boot.kernel(), kernel -> new Tally());
        tally.boots++;
        if (boot.complete()) {
            tally.complete++;
            tally.totals.add(boot.knownTotalUs());
            tally.handovers.addAll(Environment.handovers(Stream.of(boot.environment())));
            for (int row = 0; row < boot.calls().size(); row++) {
                tally.called.set(initcalls.number(boot.calls().key(row)));
            }
        }
    }

    List<KernelTally> tallies(List<InitcallKey> keys) {
        List<KernelTally> all = new ArrayList<>();
        kernels.forEach((release, tally) -> all.add(new KernelTally(
                release,
                tally.boots,
                tally.complete,
                tally.totals.spread(),
                tally.handovers,
                tally.called.stream().mapToObj(keys::get).collect(Collectors.toSet()))));
        return all;
    }
}
