package io.bootledger.analyzer.probes;

import io.bootledger.analyzer.timeline.CauseEvidence;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.analyzer.timeline.Timeline;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ran inside what. A driver's registration probes the devices that wait for it before it returns
 * ({@code drivers/base/dd.c}, {@code driver_attach}), and a bus device's probe those behind it; so the time of an initcall holds
 * that of probes, and must not be counted twice.
 *
 * @param parents for each probe of the timeline, by its place: what it ran inside; null for a probe on its own
 * @param threads for each probe: which thread ran it
 * @param probeSelfUs for each probe: its duration without the probes inside it; null where it is unknown
 * @param initcallSelfUs for each initcall, by its place: its duration without the probes inside it; null where it is unknown
 */
public record Nesting(
        List<@Nullable Parent> parents,
        List<ProbeThread> threads,
        List<@Nullable Long> probeSelfUs,
        List<@Nullable Long> initcallSelfUs) {
    private static final int MOST_DEPTH = 32;

    /** What a probe ran inside: an initcall or another probe, by its place in the timeline, from 0. */
    public record Parent(Kind kind, int index) {
        /** What the parent is. */
        public enum Kind {
            INITCALL,
            PROBE
        }
    }

    /** Of a boot whose drivers probe on the thread that registers them. */
    public static Nesting of(Timeline timeline) {
        return of(timeline, false);
    }

    /** @param asynchronous whether drivers may probe on other threads, so that a probe whose task is unknown may be anywhere */
    public static Nesting of(Timeline timeline, boolean asynchronous) {
        return new Sweep(timeline).nesting(asynchronous);
    }

    /** Whether one probe ran directly inside another. */
    public boolean isInside(int inner, int outer) {
        Parent parent = parents.get(inner);
        return parent != null && parent.kind() == Parent.Kind.PROBE && parent.index() == outer;
    }

    /**
     * For each probe, the names of what it ran inside: the initcall, then the probes, outermost first. What a log claims to be
     * nested more deeply than any boot is told up to that depth.
     */
    public List<List<String>> enclosing(Timeline timeline) {
        List<List<String>> names = new ArrayList<>(Collections.nCopies(parents.size(), List.of()));
        // What a probe ran inside ended after it.
        for (int i = parents.size() - 1; i >= 0; i--) {
            Parent parent = parents.get(i);
            if (parent != null) {
                names.set(i, inside(parent, names, timeline));
            }
        }
        return names;
    }

    private static List<String> inside(Parent parent, List<List<String>> names, Timeline timeline) {
        if (parent.kind() == Parent.Kind.INITCALL) {
            return List.of(timeline.initcalls().get(parent.index()).function());
        }
        List<String> outer = names.get(parent.index());
        if (outer.size() == MOST_DEPTH) {
            return outer;
        }
        List<String> all = new ArrayList<>(outer);
        all.add(timeline.probes().get(parent.index()).device());
        return List.copyOf(all);
    }

    /** Walks along the lines: a probe belongs to the innermost call that is open when it ends. */
    private static final class Sweep {
        private final Timeline timeline;
        private final Parent[] parents;
        private final ProbeThread[] threads;
        private final @Nullable Long[] probeNestedUs;
        private final @Nullable Long[] initcallNestedUs;

        Sweep(Timeline timeline) {
            this.timeline = timeline;
            this.parents = new Parent[timeline.probes().size()];
            this.threads = new ProbeThread[parents.length];
            this.probeNestedUs = zeros(timeline.probes().size());
            this.initcallNestedUs = zeros(timeline.initcalls().size());
        }

        private static Long[] zeros(int count) {
            Long[] zeros = new Long[count];
            Arrays.fill(zeros, 0L);
            return zeros;
        }

        Nesting nesting(boolean asynchronous) {
            OpenInitcalls calls = new OpenInitcalls(timeline.initcalls());
            ThreadRules rules = new ThreadRules(timeline, asynchronous);
            Deque<Integer> loose = new ArrayDeque<>();
            int within = -1;
            for (int i = 0; i < parents.length; i++) {
                Probe probe = timeline.probes().get(i);
                int call = calls.openFor(probe);
                threads[i] = rules.judge(probe, call, calls.bootThreadInCall());
                int holder = belongs(call, threads[i]) ? call : -1;
                if (holder != within) {
                    loose.clear();
                    within = holder;
                }
                if (holder >= 0) {
                    place(i, holder, loose);
                }
            }
            return result();
        }

        /** A call holds the probes of its own thread, and those that it waits for. */
        private boolean belongs(int call, ProbeThread thread) {
            if (call < 0) {
                return false;
            }
            Initcall initcall = timeline.initcalls().get(call);
            return switch (thread.rule()) {
                case CALLER, IN_INITCALL, IN_MODULE -> true;
                case RETRY -> initcall.function().equals(OpenInitcalls.WAITS_FOR_WORKERS);
                default -> false;
            };
        }

        private void place(int index, int call, Deque<Integer> loose) {
            Probe probe = timeline.probes().get(index);
            int crossed = crossed(
                    probe, loose, OpenInitcalls.slackUs(timeline.initcalls().get(call)));
            if (crossed < 0) {
                adopt(index, probe, loose);
                parents[index] = new Parent(Parent.Kind.INITCALL, call);
                loose.addLast(index);
            } else {
                doubt(index);
                doubt(crossed);
            }
        }

        private void doubt(int index) {
            if (threads[index].evidence() == CauseEvidence.LIKELY) {
                threads[index] = ProbeThread.Rule.CROSSES.verdict();
            }
        }

        /** The probes of the same call that began after this one, and so ran inside it. */
        private void adopt(int index, Probe probe, Deque<Integer> loose) {
            while (!loose.isEmpty() && began(loose.peekLast(), probe)) {
                parents[loose.removeLast()] = new Parent(Parent.Kind.PROBE, index);
            }
        }

        /** The earlier probe that it overlaps without holding it whole, or -1: one of the two ran on another thread. */
        private int crossed(Probe probe, Deque<Integer> loose, long slackUs) {
            Iterator<Integer> latest = loose.descendingIterator();
            while (latest.hasNext()) {
                int earlier = latest.next();
                if (!began(earlier, probe)) {
                    Long end = timeline.probes().get(earlier).endUs();
                    boolean overlap = end != null && probe.startUs() != null && end > probe.startUs() + slackUs;
                    return overlap ? earlier : -1;
                }
            }
            return -1;
        }

        private boolean began(int inner, Probe outer) {
            Long start = timeline.probes().get(inner).startUs();
            return start != null && outer.startUs() != null && start >= outer.startUs();
        }

        private Nesting result() {
            for (int i = 0; i < parents.length; i++) {
                Parent parent = parents[i];
                if (parent != null) {
                    @Nullable Long[] nested = parent.kind() == Parent.Kind.PROBE ? probeNestedUs : initcallNestedUs;
                    nested[parent.index()] =
                            sum(nested[parent.index()], timeline.probes().get(i).durationUs());
                }
            }
            List<@Nullable Long> probes = new ArrayList<>();
            for (int i = 0; i < parents.length; i++) {
                probes.add(self(timeline.probes().get(i).durationUs(), probeNestedUs[i]));
            }
            List<@Nullable Long> initcalls = new ArrayList<>();
            for (int i = 0; i < initcallNestedUs.length; i++) {
                initcalls.add(self(timeline.initcalls().get(i).durationUs(), initcallNestedUs[i]));
            }
            return new Nesting(Arrays.asList(parents), Arrays.asList(threads), probes, initcalls);
        }

        private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
            return one == null || other == null ? null : Long.valueOf(one + other);
        }

        /** Nested time may exceed the whole where one of them was measured in ticks; what is left is then nothing. */
        private static @Nullable Long self(@Nullable Long whole, @Nullable Long nested) {
            return whole == null || nested == null ? null : Long.valueOf(Math.max(0, whole - nested));
        }
    }
}
