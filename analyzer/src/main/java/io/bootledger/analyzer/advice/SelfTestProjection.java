package io.bootledger.analyzer.advice;

import io.bootledger.analyzer.Projection;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.LogText;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the lines in which code built into the kernel says that it tests or times itself. Bounded. */
public final class SelfTestProjection implements Projection<List<Long>> {
    private static final int MOST = 1_000;
    private static final Set<Class<? extends BootEvent>> USED = Set.of(MessageLogged.class);

    /** The beginnings of such messages. */
    private static final LogText[] SAYS = Stream.of(
                    "raid6: using algorithm ", // lib/raid6/algos.c
                    "xor: measuring software checksum speed", // crypto/xor.c
                    "xor: using function: ", // crypto/xor.c
                    "alg: self-tests for ", // crypto/testmgr.c
                    "kdf_sp800108: self-test", // crypto/kdf_sp800108.c
                    "rcu-torture:", // kernel/rcu/rcutorture.c
                    "test_bpf: ", // lib/test_bpf.c
                    "KTAP version ") // lib/kunit
            .map(LogText::of)
            .toArray(LogText[]::new);

    private final List<Long> lines = new ArrayList<>();

    @Override
    public Set<Class<? extends BootEvent>> uses() {
        return USED;
    }

    @Override
    public void apply(RecordedEvent recorded) {
        if (recorded.event() instanceof MessageLogged logged && lines.size() < MOST && isSelfTest(logged)) {
            lines.add(recorded.origin().line());
        }
    }

    private static boolean isSelfTest(MessageLogged logged) {
        for (LogText beginning : SAYS) {
            if (logged.text().startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<Long> view() {
        return List.copyOf(lines);
    }
}
