package io.bootledger.analyzer.ledger;

import io.bootledger.analyzer.ledger.Account.Kind;
import io.bootledger.analyzer.probes.Nesting;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Probe;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The initcall that the boot thread is in, and the probes it ran so far. Only the end of a probe is printed; it began its
 * duration earlier, but not before the call, and either around or after the probes that ended before it.
 */
final class OpenCall {
    private record Nested(int index, long startUs, long endUs) {}

    final Initcall initcall;
    final long startUs;
    private final Deque<Nested> probes = new ArrayDeque<>();

    OpenCall(Initcall initcall, long startUs) {
        this.initcall = initcall;
        this.startUs = startUs;
    }

    /**
     * Books a probe that ended now: its own time, without the probes inside it.
     *
     * @param enclosing the names of what it ran inside, outermost first
     */
    void probeEnded(Moment.ProbeEnd ended, Nesting nesting, List<String> enclosing, Book book) {
        Probe probe = ended.probe();
        if (probe.durationUs() == null) {
            return;
        }
        long start = Math.max(startUs, ended.timeUs() - probe.durationUs());
        long inside = 0;
        while (!probes.isEmpty() && nesting.isInside(probes.peekLast().index(), ended.index())) {
            Nested nested = probes.removeLast();
            inside += nested.endUs() - nested.startUs();
            start = Math.min(start, nested.startUs());
        }
        if (!probes.isEmpty()) {
            start = Math.max(start, probes.peekLast().endUs());
        }
        book.enter(Kind.PROBE, probe.device(), initcall.level(), enclosing, ended.timeUs() - start - inside);
        probes.addLast(new Nested(ended.index(), start, ended.timeUs()));
    }

    /** Books what is left of the call. */
    void returned(long endUs, Book book) {
        book.enter(Kind.INITCALL, initcall.function(), initcall.level(), unbooked(endUs));
    }

    /** The time since the call that is not booked on a probe. */
    long unbooked(long endUs) {
        long left = endUs - startUs;
        for (Nested nested : probes) {
            left -= nested.endUs() - nested.startUs();
        }
        return left;
    }
}
