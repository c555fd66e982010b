package io.bootledger.analyzer.compare.measure;

import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.traces.event.InitcallLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The initcalls of one boot in the order of their calls, column by column: of thousands of boots one may pass after another
 * without an object for each call.
 */
public final class CallColumns {
    /** Stands in a column of numbers where the log does not tell. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    private final InitcallKey[] keys;
    private final @Nullable InitcallLevel[] levels;
    private final long[] durationsUs;
    private final long[] returns;

    /** @param keys like the other columns taken over, not copied */
    public CallColumns(InitcallKey[] keys, @Nullable InitcallLevel[] levels, long[] durationsUs, long[] returns) {
        if (levels.length != keys.length || durationsUs.length != keys.length || returns.length != keys.length) {
            throw new IllegalArgumentException("columns of unlike length: " + keys.length + ", " + levels.length + ", "
                    + durationsUs.length + ", " + returns.length);
        }
        this.keys = keys;
        this.levels = levels;
        this.durationsUs = durationsUs;
        this.returns = returns;
    }

    static CallColumns of(List<Initcall> calls) {
        int size = calls.size();
        CallColumns columns =
                new CallColumns(new InitcallKey[size], new InitcallLevel[size], new long[size], new long[size]);
        List<InitcallKey> keys = InitcallKey.of(calls);
        for (int row = 0; row < size; row++) {
            columns.set(row, keys.get(row), calls.get(row));
        }
        return columns;
    }

    private void set(int row, InitcallKey key, Initcall call) {
        keys[row] = key;
        levels[row] = call.level();
        durationsUs[row] = call.durationUs() == null ? UNKNOWN : call.durationUs();
        returns[row] = call.returnValue() == null ? UNKNOWN : call.returnValue();
    }

    /** How many calls there were. */
    public int size() {
        return keys.length;
    }

    public InitcallKey key(int row) {
        return keys[row];
    }

    /** Null when unknown. */
    public @Nullable InitcallLevel level(int row) {
        return levels[row];
    }

    /** On the better of the boot's clocks; or {@link #UNKNOWN}. */
    public long durationUs(int row) {
        return durationsUs[row];
    }

    /** What the call returned; or {@link #UNKNOWN}. */
    public long returned(int row) {
        return returns[row];
    }
}
