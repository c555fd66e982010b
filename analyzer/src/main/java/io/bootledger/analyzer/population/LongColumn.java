package io.bootledger.analyzer.population;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Numbers, one for each boot, without an object for each. */
final class LongColumn {
    private long[] values = new long[16];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + size / 2);
        }
        values[size++] = value;
    }

    @Nullable
    Spread spread() {
        return Spread.ofRange(values, 0, size);
    }
}
