package io.bootledger.reports.trace;

import io.bootledger.analyzer.timeline.AsyncCall;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.reports.AccountedInitcall;
import io.bootledger.reports.AccountedProbe;
import io.bootledger.reports.trace.Slice.Facts;
import org.jspecify.annotations.Nullable;

/** Calls as slices: they stand where their time stamps are; how long they really took is among their facts. */
final class CallSlices {
    static final String INITCALL = "initcall";
    static final String PROBE = "probe";
    static final String ASYNC = "async";

    private static final String END_NOT_IN_LOG = "end_not_in_log";
    private static final String START_NOT_IN_LOG = "start_not_in_log";

    private CallSlices() {}

    /** As the kernel names a function of a module: {@code init_module [raid6_pq]}. */
    static String nameOf(Initcall call) {
        return call.module() == null ? call.function() : call.function() + " [" + call.module() + "]";
    }

    /** @param lastUs where a call that never returned is cut; null when the log does not say when it happened */
    static @Nullable Slice of(AccountedInitcall accounted, long lastUs) {
        Initcall call = accounted.call();
        return slice(nameOf(call), INITCALL, call.startUs(), call.endUs(), call.durationUs(), lastUs, facts(accounted));
    }

    static Facts facts(AccountedInitcall accounted) {
        Initcall call = accounted.call();
        return new Facts()
                .add("level", call.level())
                .add("level_certain", call.level() == null ? null : call.levelCertain())
                .add("module", call.module())
                .add("return", call.returnValue())
                .add("errno", call.errno())
                .add("outcome", call.outcome())
                .add("misbehaved", call.misbehaved())
                .add("duration_us", call.durationUs())
                .add("duration_evidence", call.durationEvidence())
                .add("self_us", accounted.selfUs())
                .add("pid", call.pid())
                .add("ordinal", call.ordinal())
                .add("line", call.line());
    }

    static @Nullable Slice of(AccountedProbe accounted, long lastUs) {
        Probe probe = accounted.probe();
        Facts facts = new Facts()
                .add("driver", probe.driver())
                .add("return", probe.returnValue())
                .add("errno", probe.errno())
                .add("outcome", probe.outcome())
                .add("duration_us", probe.durationUs())
                .add("self_us", accounted.selfUs())
                .add("pid", probe.pid())
                .add("inside_initcall", accounted.insideInitcall())
                .add("inside_probe", accounted.insideProbe())
                .add("nesting_evidence", nestingEvidence(accounted))
                .add("ordinal", accounted.ordinal())
                .add("line", probe.line());
        return slice(probe.device(), PROBE, probe.startUs(), probe.endUs(), probe.durationUs(), lastUs, facts);
    }

    /** A log with caller ids names the thread of a probe; without them only the order of the lines tells what it ran in. */
    private static @Nullable String nestingEvidence(AccountedProbe accounted) {
        boolean inside = accounted.insideInitcall() != null || accounted.insideProbe() != null;
        return !inside ? null : accounted.probe().pid() == null ? "order of lines" : "caller";
    }

    /** Whether the log has its end. */
    static boolean isEnded(Slice slice) {
        return !slice.facts().containsKey(END_NOT_IN_LOG);
    }

    static @Nullable Slice of(AsyncCall call, long lastUs) {
        Facts facts = new Facts()
                .add("cookie", call.cookie())
                .add("duration_us", call.durationUs())
                .add("pid", call.pid())
                .add("line", call.line());
        return slice(call.function(), ASYNC, call.startUs(), call.endUs(), call.durationUs(), lastUs, facts);
    }

    private static @Nullable Slice slice(
            String name,
            String category,
            @Nullable Long startUs,
            @Nullable Long endUs,
            @Nullable Long durationUs,
            long lastUs,
            Facts facts) {
        if (startUs == null) {
            if (endUs == null) {
                return null;
            }
            long duration = durationUs == null ? 0 : Math.min(durationUs, endUs);
            facts.add(START_NOT_IN_LOG, true);
            return new Slice(name, category, endUs - duration, endUs, facts.all());
        }
        if (endUs == null) {
            long end = durationUs == null ? lastUs : startUs + durationUs;
            facts.add(END_NOT_IN_LOG, true);
            return new Slice(name, category, startUs, Math.max(startUs, end), facts.all());
        }
        if (endUs < startUs) {
            facts.add("recorded_end_us", endUs);
        }
        return new Slice(name, category, startUs, Math.max(startUs, endUs), facts.all());
    }
}
