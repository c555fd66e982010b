package io.bootledger.analyzer.population;

import io.bootledger.analyzer.compare.NaturalOrder;
import io.bootledger.analyzer.compare.measure.BootSummary;
import io.bootledger.analyzer.compare.measure.Environment;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.population.Population.KernelBoots;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    List<KernelBoots> boots(List<InitcallKey> keys) {
        List<KernelBoots> all = new ArrayList<>();
        String before = null;
        for (Map.Entry<String, Tally> kernel : kernels.entrySet()) {
            Tally tally = kernel.getValue();
            boolean comparable = kernel.getKey() != null && !tally.called.isEmpty();
            all.add(boots(kernel.getKey(), tally, comparable ? before : null, keys));
            before = comparable ? kernel.getKey() : before;
        }
        return List.copyOf(all);
    }

    private KernelBoots boots(@Nullable String release, Tally tally, @Nullable String since, List<InitcallKey> keys) {
        Tally earlier = since == null ? null : kernels.get(since);
        BitSet before = earlier == null ? tally.called : earlier.called;
        return new KernelBoots(
                release,
                tally.boots,
                tally.complete,
                tally.totals.spread(),
                List.copyOf(tally.handovers),
                since,
                without(tally.called, before, keys),
                without(before, tally.called, keys));
    }

    private static List<InitcallKey> without(BitSet some, BitSet others, List<InitcallKey> keys) {
        BitSet rest = (BitSet) some.clone();
        rest.andNot(others);
        return rest.stream().mapToObj(keys::get).sorted().toList();
    }
}
