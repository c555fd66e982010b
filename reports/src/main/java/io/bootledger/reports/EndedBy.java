package io.bootledger.reports;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.timeline.AsyncCall;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Probe;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ended a wait of an initcall, where the log shows exactly one call of that name that ended within it.
 *
 * @param place among the boot's asynchronous calls or probes, from 0
 * @param line where it begins in the log
 * @param us when it ended, and the wait with it
 */
public record EndedBy(Kind kind, int place, long line, long us) {
    /** What kind of call. */
    public enum Kind {
        ASYNC("async "),
        PROBE("probe of ");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** Null where nothing is known of the call that ended it, or where several may be meant. */
    public static @Nullable EndedBy of(BootAnalysis boot, ReportedWait wait) {
        Integer place = wait.probe() == null ? wait.initcall() : null;
        return place == null
                ? null
                : of(boot, wait.claim().by(), boot.timeline().initcalls().get(place));
    }

    private static @Nullable EndedBy of(BootAnalysis boot, String by, Initcall waiting) {
        List<EndedBy> all = new ArrayList<>();
        List<AsyncCall> calls = boot.timeline().asyncCalls();
        for (int i = 0; i < calls.size(); i++) {
            AsyncCall call = calls.get(i);
            if (by.equals(Kind.ASYNC.words + call.function())) {
                add(all, waiting, Kind.ASYNC, i, call.line(), call.startUs(), call.endUs());
            }
        }
        List<Probe> probes = boot.timeline().probes();
        for (int i = 0; i < probes.size(); i++) {
            Probe probe = probes.get(i);
            if (by.equals(Kind.PROBE.words + probe.device())) {
                add(all, waiting, Kind.PROBE, i, probe.line(), probe.startUs(), probe.endUs());
            }
        }
        return all.size() == 1 ? all.get(0) : null;
    }

    private static void add(
            List<EndedBy> all,
            Initcall waiting,
            Kind kind,
            int place,
            long line,
            @Nullable Long startUs,
            @Nullable Long endUs) {
        Long from = waiting.startUs();
        Long to = waiting.endUs();
        if (endUs != null
                && from != null
                && to != null
                && (startUs == null || endUs > startUs)
                && endUs > from
                && endUs <= to) {
            all.add(new EndedBy(kind, place, line, endUs));
        }
    }
}
