package io.bootledger.analyzer.axis;

import io.bootledger.analyzer.axis.AxisStage.Clock;
import io.bootledger.analyzer.phases.Handover;
import org.jspecify.annotations.Nullable;

/**
 * When stages begin: by the kernel's clock where it tells, else by the host's.
 *
 * @param timed whether the kernel's stamps tell moments
 * @param handover where the kernel's stage ends; null where it does not, or the log does not tell
 * @param host null where it has no clock, or one that cannot be aligned
 */
record AxisTimes(
        boolean timed,
        @Nullable Handover handover,
        @Nullable HostAlignment host) {
    /**
     * A beginning.
     *
     * @param us null where no clock tells
     * @param uncertaintyUs of the host's clock; null of the kernel's own
     */
    record Moment(@Nullable Long us, Clock clock, @Nullable Long uncertaintyUs) {
        static final Moment UNKNOWN = new Moment(null, Clock.NONE, null);
    }

    Moment begins(OpenStage stage) {
        if (!timed) {
            return Moment.UNKNOWN;
        }
        Long kernel = stage.kind() == AxisStage.Kind.LOADER ? null : stage.fromUs();
        if (kernel != null) {
            return new Moment(kernel, Clock.KERNEL, null);
        }
        Long us = host == null ? null : host.bootUs(stage.firstLine(), stage.hostUs());
        if (us == null || host == null) {
            return Moment.UNKNOWN;
        }
        return new Moment(within(us, stage), Clock.HOST, host.uncertaintyUs() + stage.hostSlackUs());
    }

    /** What is known besides: a loader runs before the kernel's clock, and a line without a stamp was printed behind one that has it. */
    private static Long within(long us, OpenStage stage) {
        Long notBefore = stage.notBeforeUs();
        if (stage.kind() == AxisStage.Kind.LOADER) {
            return Math.min(us, 0);
        }
        return notBefore == null ? us : Math.max(us, notBefore);
    }

    private Moment over(Spoken last) {
        if (timed && last.us() != null) {
            return new Moment(last.us(), Clock.KERNEL, null);
        }
        Long us = host == null ? null : host.bootUs(last.line(), last.hostUs());
        return us == null || host == null ? Moment.UNKNOWN : new Moment(us, Clock.HOST, host.uncertaintyUs());
    }

    /** Where a stage ends, which is where the next begins; the kernel's where it hands over, and a loader's is nobody's to tell but the host's. */
    Moment ends(OpenStage stage, @Nullable OpenStage next, @Nullable Spoken last) {
        if (stage.kind() == AxisStage.Kind.KERNEL) {
            if (handover == null) {
                return Moment.UNKNOWN;
            }
            if (timed && handover.us() != null) {
                return new Moment(handover.us(), Clock.KERNEL, null);
            }
        }
        if (next == null && last != null) {
            return over(last);
        }
        return next == null || stage.kind() == AxisStage.Kind.LOADER && host == null ? Moment.UNKNOWN : begins(next);
    }
}
