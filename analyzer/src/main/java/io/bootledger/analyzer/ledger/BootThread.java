package io.bootledger.analyzer.ledger;

import io.bootledger.analyzer.probes.Nesting;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.analyzer.timeline.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the boot thread did, moment by moment: pid 0 until {@code rest_init}, then pid 1, which runs {@code do_initcalls} and
 * becomes init ({@code init/main.c}, {@code kernel_init}).
 */
final class BootThread {
    private BootThread() {}

    /** The moments up to and including the line where the account ends, in line order, their stamps straightened. */
    static List<Moment> moments(Timeline timeline, Nesting nesting, List<LedgerMark> marks, LedgerMark end) {
        List<Moment> moments = new ArrayList<>();
        marks.forEach(mark -> moments.add(new Moment.Passed(mark, mark.line(), mark.timeUs())));
        timeline.initcalls().stream().filter(Initcall::onBootThread).forEach(initcall -> addCall(initcall, moments));
        for (int i = 0; i < timeline.probes().size(); i++) {
            if (nesting.parents().get(i) != null) {
                addProbe(i, timeline.probes().get(i), moments);
            }
        }
        moments.removeIf(moment -> moment.line() > end.line());
        moments.sort(Comparator.comparingLong(Moment::line));
        return straightened(moments);
    }

    private static void addCall(Initcall initcall, List<Moment> moments) {
        if (initcall.startUs() != null) {
            moments.add(new Moment.Call(initcall, initcall.line(), initcall.startUs()));
        }
        if (initcall.endUs() != null && initcall.endLine() != null) {
            moments.add(new Moment.Return(initcall, initcall.endLine(), initcall.endUs()));
        }
    }

    private static void addProbe(int index, Probe probe, List<Moment> moments) {
        if (probe.endUs() != null) {
            moments.add(new Moment.ProbeEnd(index, probe, probe.line(), probe.endUs()));
        }
    }

    private static List<Moment> straightened(List<Moment> moments) {
        long[] straight = StraightClock.straighten(
                moments.stream().mapToLong(Moment::timeUs).toArray());
        List<Moment> result = new ArrayList<>(moments.size());
        for (int i = 0; i < straight.length; i++) {
            result.add(moments.get(i).at(straight[i]));
        }
        return result;
    }
}
