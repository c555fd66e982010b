package io.bootledger.analyzer.probes;

import io.bootledger.analyzer.timeline.CauseEvidence;
import java.util.Locale;

/**
 * Which thread ran a probe, and how that is known.
 *
 * @param rule what decided, as docs/causes.md numbers it
 */
public record ProbeThread(Kind kind, CauseEvidence evidence, Rule rule) {
    /** The sorts of threads. */
    public enum Kind {
        /** pid 0 until {@code rest_init}, then pid 1. */
        BOOT,
        /** A worker, an async thread, a module's loader. */
        OTHER,
        UNKNOWN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What decides, in the order in which it is asked. */
    public enum Rule {
        /** The line names its caller. */
        CALLER("P0", Kind.BOOT, CauseEvidence.MEASURED),
        /** No initcall of the boot thread was open at its line. */
        NO_OPEN_INITCALL("P1", Kind.OTHER, CauseEvidence.STATED),
        /** Deferred devices are tried again by a worker only ({@code drivers/base/dd.c}, {@code deferred_probe_work_func}). */
        RETRY("P2", Kind.OTHER, CauseEvidence.STATED),
        /** It began before the initcall that was open when it ended. */
        BEGAN_BEFORE("P3", Kind.OTHER, CauseEvidence.STATED),
        /** Devices of buses whose worker finds and probes them. */
        WORKERS_BUS("P4", Kind.OTHER, CauseEvidence.LIKELY),
        /** It overlaps another probe of the same call, and neither holds the other. */
        CROSSES("P5", Kind.UNKNOWN, CauseEvidence.UNKNOWN),
        /** Drivers may probe asynchronously. */
        MAY_BE_ASYNC("P6", Kind.UNKNOWN, CauseEvidence.UNKNOWN),
        /** The init function of a module was running. */
        IN_MODULE("P7", Kind.OTHER, CauseEvidence.LIKELY),
        /** The boot thread's initcall was open, and nothing speaks against it. */
        IN_INITCALL("P7", Kind.BOOT, CauseEvidence.LIKELY);

        private final String number;
        private final ProbeThread verdict;

        Rule(String number, Kind kind, CauseEvidence evidence) {
            this.number = number;
            this.verdict = new ProbeThread(kind, evidence, this);
        }

        ProbeThread verdict() {
            return verdict;
        }

        @Override
        public String toString() {
            return number;
        }
    }

    /** Of a probe whose line names its caller. */
    static ProbeThread of(int pid) {
        return pid <= 1 ? Rule.CALLER.verdict() : new ProbeThread(Kind.OTHER, CauseEvidence.MEASURED, Rule.CALLER);
    }

    public boolean isCertain() {
        return evidence.isCertain();
    }
}
