package io.bootledger.reports.text.many;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.phases.Phase;
import io.bootledger.analyzer.replay.BootState;
import io.bootledger.analyzer.replay.ReachedMilestone;
import io.bootledger.analyzer.replay.RunningCall;
import io.bootledger.reports.AccountedInitcall;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.Printable;
import io.bootledger.reports.text.page.Cell;
import io.bootledger.reports.text.page.Wording;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a boot is doing, in one line. */
public final class StateLine {
    /**
     * What runs now, and what was slowest so far, safe to print.
     *
     * @param sinceUs time that has passed since the last line came
     * @param width what is longer loses its middle
     */
    public static String now(BootAnalysis soFar, long sinceUs, int width) {
        BootState state = BootState.of(soFar);
        String at = state.atUs() == null ? "" : DurationText.exactSeconds(state.atUs()) + " s  ";
        String line = at + place(state) + ": " + running(state, sinceUs) + slowest(soFar);
        return Cell.of(line).fitted(width).text();
    }

    private static String place(BootState state) {
        Phase phase = state.phase();
        if (phase == null) {
            return "waiting for the kernel";
        }
        return phase.kind() == Phase.Kind.INITCALLS && state.level() != null
                ? state.level().toString()
                : phase.kind().title();
    }

    private static String running(BootState state, long sinceUs) {
        String count = Wording.counted(state.returned(), "initcall", "initcalls");
        if (state.running().isEmpty()) {
            return count;
        }
        RunningCall call = state.running().get(0);
        String time = call.forUs() == null ? "" : " for " + DurationText.rounded(call.forUs() + sinceUs);
        return Wording.name(call.function(), call.module()) + time + "; " + count;
    }

    private static String slowest(BootAnalysis soFar) {
        return AccountedInitcall.of(soFar).stream()
                .filter(each -> each.selfUs() != null)
                .max(Comparator.comparingLong(AccountedInitcall::selfUs))
                .map(each -> ", slowest " + Wording.name(each.call()) + " "
                        + DurationText.rounded(Objects.requireNonNull(each.selfUs(), "others are left out")))
                .orElse("");
    }

    /** A phase or level that was reached, safe to print. */
    public static String reached(ReachedMilestone reached) {
        return time(reached.atUs())
                + Printable.of(reached.what())
                + (reached.initcalls() == 0
                        ? ""
                        : ", after " + Wording.counted(reached.initcalls(), "initcall", "initcalls"));
    }

    private static String time(@Nullable Long us) {
        return us == null ? "" : DurationText.exactSeconds(us) + " s  ";
    }

    private StateLine() {}
}
