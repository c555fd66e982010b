package io.bootledger.analyzer.compare.measure;

import io.bootledger.analyzer.timeline.Initcall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An initcall's name across boots and builds: without offset, size, compiler suffix or the numbers of an LTO stub. Functions of
 * one name are told apart by their order.
 *
 * @param module the loadable module; null for code built in
 * @param occurrence from 1: the how-manieth of that name and module in the boot
 */
public record InitcallKey(String function, @Nullable String module, int occurrence) implements Comparable<InitcallKey> {
    private static final Comparator<InitcallKey> OF_ONE_NAME = Comparator.comparing(
                    InitcallKey::module, Comparator.nullsFirst(Comparator.<String>naturalOrder()))
            .thenComparingInt(InitcallKey::occurrence);

    /** The keys of a boot's calls, in the order of the calls. */
    static List<InitcallKey> of(List<Initcall> calls) {
        Map<InitcallKey, Integer> seen = new HashMap<>();
        List<InitcallKey> keys = new ArrayList<>(calls.size());
        for (Initcall call : calls) {
            InitcallKey first = new InitcallKey(call.function(), call.module(), 1);
            keys.add(new InitcallKey(call.function(), call.module(), seen.merge(first, 1, Integer::sum)));
        }
        return keys;
    }

    @Override
    public int compareTo(InitcallKey other) {
        int byName = function.compareTo(other.function);
        return byName != 0 ? byName : OF_ONE_NAME.compare(this, other);
    }

    /** For people: {@code xenbus_init}, {@code init_module [raid6_pq]}, {@code mod_init #3}. */
    @Override
    public String toString() {
        return function + (module == null ? "" : " [" + module + "]") + (occurrence == 1 ? "" : " #" + occurrence);
    }
}
