package io.bootledger.analyzer.waits;

import io.bootledger.analyzer.clock.ClockDoubts;
import io.bootledger.analyzer.probes.Nesting;
import io.bootledger.analyzer.probes.ProbeThread;
import io.bootledger.analyzer.reading.CommandLine;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.analyzer.timeline.Timeline;
import io.bootledger.traces.event.KernelVersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rules look at: one boot, its probes to be found by line. */
final class Scene {
    final @Nullable KernelVersion version;
    final CommandLine commandLine;
    final Background background;
    final Timeline timeline;
    private final Nesting nesting;
    private final ClockDoubts doubts;
    private final Integer[] probesByLine;

    Scene(
            @Nullable KernelVersion version,
            CommandLine commandLine,
            Background background,
            Timeline timeline,
            Nesting nesting,
            ClockDoubts doubts) {
        this.doubts = doubts;
        this.version = version;
        this.commandLine = commandLine;
        this.background = background;
        this.timeline = timeline;
        this.nesting = nesting;
        this.probesByLine = new Integer[timeline.probes().size()];
        Arrays.setAll(probesByLine, i -> i);
        Arrays.sort(probesByLine, Comparator.comparingLong(this::lineOf));
    }

    private long lineOf(int probe) {
        return timeline.probes().get(probe).line();
    }

    /**
     * What the stamps allow: whole seconds can be so much nearer or farther than they tell, and where they are in doubt they tell
     * nothing.
     *
     * @param mostUs no wait is longer
     */
    Wait byTheseStamps(Wait wait, long mostUs, boolean inDoubt) {
        boolean doubted = inDoubt || doubts.at(wait.line()) != null;
        long coarse = doubts.coarseUs();
        if (!doubted && coarse == 0) {
            return wait;
        }
        long low = doubted ? 0 : Math.max(0, wait.us().lowUs() - coarse);
        long high = doubted ? mostUs : Math.min(mostUs, wait.us().highUs() + coarse);
        Bounds us = new Bounds(low, Math.max(low, high));
        return new Wait(wait.what(), wait.by(), us, wait.evidence(), wait.rule(), wait.line());
    }

    boolean doubts(Initcall call) {
        return doubts.at(call) != null;
    }

    /** The probes of other threads that ended between two lines. */
    List<Probe> othersBetween(long fromLine, long toLine) {
        List<Probe> found = new ArrayList<>();
        for (int at = firstAfter(fromLine); at < probesByLine.length && lineOf(probesByLine[at]) < toLine; at++) {
            ProbeThread thread = nesting.threads().get(probesByLine[at]);
            if (thread.kind() == ProbeThread.Kind.OTHER && thread.isCertain()) {
                found.add(timeline.probes().get(probesByLine[at]));
            }
        }
        return found;
    }

    private int firstAfter(long line) {
        int low = 0;
        int high = probesByLine.length;
        while (low < high) {
            int middle = (low + high) / 2;
            if (lineOf(probesByLine[middle]) > line) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
