package io.bootledger.analyzer.ledger;

import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Probe;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A moment on the boot thread, with its straightened time. */
sealed interface Moment {
    /** The order of moments. */
    long line();

    long timeUs();

    Moment at(long timeUs);

    /** An init function is called. */
    record Call(Initcall initcall, long line, long timeUs) implements Moment {
        @Override
        public Moment at(long timeUs) {
            return new Call(initcall, line, timeUs);
        }
    }

    /** An init function returned. */
    record Return(Initcall initcall, long line, long timeUs) implements Moment {
        @Override
        public Moment at(long timeUs) {
            return new Return(initcall, line, timeUs);
        }
    }

    /** A probe ended, the how-manieth of the timeline, from 0. */
    record ProbeEnd(int index, Probe probe, long line, long timeUs) implements Moment {
        @Override
        public Moment at(long timeUs) {
            return new ProbeEnd(index, probe, line, timeUs);
        }
    }

    /** A milestone passed. */
    record Passed(LedgerMark mark, long line, long timeUs) implements Moment {
        /** The first such, or null. No stream: this is asked between any two initcalls. */
        static @Nullable Passed find(List<Passed> passed, Predicate<LedgerMark> wanted) {
            for (Passed each : passed) {
                if (wanted.test(each.mark)) {
                    return each;
                }
            }
            return null;
        }

        @Override
        public Moment at(long timeUs) {
            return new Passed(mark, line, timeUs);
        }
    }
}
