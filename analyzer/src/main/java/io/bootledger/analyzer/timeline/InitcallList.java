package io.bootledger.analyzer.timeline;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.BiFunction;

/**
 * A boot's initcalls, each made when someone first looks at it: of thousands of boots in one log, most are shown in one line. Threads
 * that look at the same time may make one twice, which gives the same.
 */
final class InitcallList extends AbstractList<Initcall> implements RandomAccess {
    private final Call[] calls;
    private final Initcall[] made;
    private final BiFunction<Integer, Call, Initcall> making;

    /** @param making makes an initcall of its ordinal and its call */
    InitcallList(List<Call> calls, BiFunction<Integer, Call, Initcall> making) {
        this.calls = calls.toArray(new Call[0]);
        this.made = new Initcall[this.calls.length];
        this.making = making;
    }

    @Override
    public Initcall get(int index) {
        Initcall initcall = made[index];
        if (initcall == null) {
            initcall = making.apply(index + 1, calls[index]);
            made[index] = initcall;
        }
        return initcall;
    }

    @Override
    public int size() {
        return calls.length;
    }

    /** See {@link Timeline#troubled()}. */
    List<Initcall> troubled() {
        List<Initcall> troubled = new ArrayList<>();
        for (int i = 0; i < calls.length; i++) {
            if (!calls[i].isFine()) {
                troubled.add(get(i));
            }
        }
        return troubled;
    }

    /** Makes them all, before their calls change. */
    void settle() {
        for (int i = 0; i < calls.length; i++) {
            get(i);
        }
    }
}
