package io.bootledger.analyzer.compare;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * An initcall's name across boots and builds: without offset, size, compiler suffix or the numbers of an LTO stub. Functions of
 * one name are told apart by their order.
 *
 * @param module the loadable module; null for code built in
 * @param occurrence from 1: the how-manieth of that name and module in the boot
 */
public record InitcallKey(String function, @Nullable String module, int occurrence) implements Comparable<InitcallKey> {
    private static final Comparator<InitcallKey> ORDER = Comparator.comparing(InitcallKey::function)
            .thenComparing(InitcallKey::module, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(InitcallKey::occurrence);

    @Override
    public int compareTo(InitcallKey other) {
        return ORDER.compare(this, other);
    }

    /** For people: {@code xenbus_init}, {@code init_module [raid6_pq]}, {@code mod_init #3}. */
    @Override
    public String toString() {
        return function + (module == null ? "" : " [" + module + "]") + (occurrence == 1 ? "" : " #" + occurrence);
    }
}
