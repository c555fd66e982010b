package io.bootledger.analyzer.path;

import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.analyzer.path.PathEntry.Kind;
import io.bootledger.analyzer.timeline.CauseEvidence;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Timeline;
import io.bootledger.analyzer.waits.Background;
import io.bootledger.analyzer.waits.CallWaits;
import io.bootledger.analyzer.waits.GapWaits;
import io.bootledger.analyzer.waits.Wait;
import io.bootledger.analyzer.waits.WaitedFor;
import io.bootledger.analyzer.waits.Waits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks from "init runs" back to the first record. Where the boot thread surely waited, the time is that of whoever ended the wait; he
 * began before, so the walk comes back to the boot thread where the wait began. What may only have been a wait is not hopped over. The
 * entries tile the boot without hole or overlap: they add up to the ledger's total.
 */
public final class CriticalPath {
    /** Shorter stretches in a row are told as one. */
    private static final long SHORT_PER_MILLE = 2;

    private final Ledger ledger;
    private final Background background;
    private final List<PathEntry> backwards = new ArrayList<>();
    private long atUs;

    private CriticalPath(Ledger ledger, Background background) {
        this.ledger = ledger;
        this.background = background;
        this.atUs = ledger.toUs();
    }

    /** The path, the last stretch first; empty without a ledger. */
    public static List<PathEntry> of(Timeline timeline, @Nullable Ledger ledger, Waits waits, Background background) {
        if (ledger == null) {
            return List.of();
        }
        CriticalPath path = new CriticalPath(ledger, background);
        path.walk(timeline, waits);
        return path.joined();
    }

    private void walk(Timeline timeline, Waits waits) {
        List<Integer> calls = new ArrayList<>();
        for (int i = 0; i < timeline.initcalls().size(); i++) {
            Initcall call = timeline.initcalls().get(i);
            if (call.onBootThread() && call.startUs() != null && call.endUs() != null) {
                calls.add(i);
            }
        }
        calls.sort(Comparator.comparingLong(
                (Integer i) -> timeline.initcalls().get(i).line()));
        Collections.reverse(calls);
        Deque<NamedStretch> stretches = NamedStretch.backwards(ledger);
        for (GapWaits gap : waits.gaps()) {
            for (Wait wait : latestFirst(gap.waits(), gap.toUs())) {
                between(Math.min(atUs, endOf(wait, gap.toUs())), gap.name(), stretches);
                hop(List.of(wait), gap.toUs());
            }
        }
        String gap = calls.isEmpty() ? "no initcall in the log" : "after the last initcall";
        Initcall open = open(timeline);
        if (open != null) {
            back(open.knownStartUs(), open.function(), Kind.UNKNOWN, CauseEvidence.STATED, open.line());
            gap = "before " + open.function();
        }
        for (int index : calls) {
            Initcall call = timeline.initcalls().get(index);
            between(call.knownEndUs(), gap, stretches);
            back(call.knownEndUs(), gap, Kind.UNKNOWN, CauseEvidence.UNKNOWN, 0);
            through(call, waits.initcalls().get(index));
            gap = "before " + call.function();
        }
        between(ledger.fromUs(), gap, stretches);
        back(ledger.fromUs(), "before the first initcall", Kind.UNKNOWN, CauseEvidence.UNKNOWN, 0);
    }

    /** The call that the boot thread is in where the log ends; null where it is in none. */
    private static @Nullable Initcall open(Timeline timeline) {
        return timeline.initcalls().stream()
                .filter(call -> call.onBootThread() && call.startUs() != null)
                .max(Comparator.comparingLong(Initcall::line))
                .filter(last -> last.endUs() == null)
                .orElse(null);
    }

    /** What the ledger names between two calls has its name. */
    private void between(long fromUs, String gap, Deque<NamedStretch> stretches) {
        while (!stretches.isEmpty() && stretches.peek().toUs() > fromUs) {
            NamedStretch stretch = stretches.peek();
            back(stretch.toUs(), gap, Kind.UNKNOWN, CauseEvidence.UNKNOWN, 0);
            back(Math.max(fromUs, stretch.fromUs()), stretch.name(), Kind.UNKNOWN, stretch.evidence(), stretch.line());
            if (stretch.fromUs() < fromUs) {
                return;
            }
            stretches.pop();
        }
    }

    private void through(Initcall call, CallWaits opened) {
        Kind kind = opened.waits().isEmpty() ? Kind.RAN : Kind.UNKNOWN;
        for (Wait wait : latestFirst(opened.waits(), call.knownEndUs())) {
            back(endOf(wait, call.knownEndUs()), call.function(), kind, CauseEvidence.POSSIBLE, call.line());
            hop(List.of(wait), call.knownEndUs());
        }
        back(call.knownStartUs(), call.function(), kind, CauseEvidence.POSSIBLE, call.line());
    }

    private List<Wait> latestFirst(List<Wait> waits, long endUs) {
        return waits.stream()
                .filter(wait -> wait.us().lowUs() > 0)
                .sorted(Comparator.comparingLong((Wait wait) -> endOf(wait, endUs))
                        .reversed())
                .toList();
    }

    private void hop(List<Wait> waits, long endUs) {
        for (Wait wait : latestFirst(waits, endUs)) {
            long end = Math.min(atUs, endOf(wait, endUs));
            back(end, wait.by(), Kind.UNKNOWN, CauseEvidence.UNKNOWN, 0);
            back(end - wait.us().lowUs(), wait.by(), Kind.WAIT, wait.evidence(), wait.line());
        }
    }

    /** Unpacking ends at its line, the first certificate's tests at theirs, whatever else with the call. */
    private long endOf(Wait wait, long endUs) {
        Background.Seen freed = background.initrdFreed();
        if (wait.what() == WaitedFor.INITRAMFS && freed != null) {
            return freed.us();
        }
        Background.Stretch first = background.firstCertificate();
        return first != null && first.to().line() == wait.line() ? first.to().us() : endUs;
    }

    /** Gives the time down to a moment to an owner; nothing where the walk is already before it. */
    private void back(long toUs, String owner, Kind kind, CauseEvidence evidence, long line) {
        long from = Math.max(ledger.fromUs(), toUs);
        if (from < atUs) {
            backwards.add(new PathEntry(from, atUs, owner, kind, evidence, line));
            atUs = from;
        }
    }

    private List<PathEntry> joined() {
        long least = ledger.totalUs() * SHORT_PER_MILLE / 1_000;
        List<PathEntry> path = new ArrayList<>();
        List<PathEntry> brief = new ArrayList<>();
        for (PathEntry entry : backwards) {
            if (entry.us() >= least || entry.kind() == Kind.WAIT) {
                flush(brief, path);
                path.add(entry);
            } else {
                brief.add(entry);
            }
        }
        flush(brief, path);
        return List.copyOf(path);
    }

    private static void flush(List<PathEntry> brief, List<PathEntry> path) {
        if (brief.size() == 1) {
            path.add(brief.get(0));
        } else if (!brief.isEmpty()) {
            PathEntry first = brief.get(brief.size() - 1);
            path.add(new PathEntry(
                    first.fromUs(),
                    brief.get(0).toUs(),
                    brief.size() + " short stretches",
                    Kind.UNKNOWN,
                    CauseEvidence.UNKNOWN,
                    first.line()));
        }
        brief.clear();
    }
}
