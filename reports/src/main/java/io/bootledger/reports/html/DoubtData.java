package io.bootledger.reports.html;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.clock.ClockDoubts;
import io.bootledger.analyzer.clock.DoubtfulStretch.Reason;
import io.bootledger.reports.AccountedInitcall;
import io.bootledger.reports.AccountedLevel;
import io.bootledger.reports.AccountedProbe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What clocks in doubt tell, row by row of the page's tables; nothing where no clock is in doubt.
 *
 * @param initcalls why; null where it is not
 * @param probes why; null where it is not
 * @param phases how many microseconds
 * @param levels how many microseconds
 */
record DoubtData(
        List<@Nullable String> initcalls, List<@Nullable String> probes, List<Long> phases, List<Long> levels) {
    static @Nullable DoubtData of(BootAnalysis boot, KeptRows calls, KeptRows probes) {
        ClockDoubts doubts = boot.accounting().doubts();
        return doubts.stretches().isEmpty() ? null : of(boot, doubts, calls, probes);
    }

    private static DoubtData of(BootAnalysis boot, ClockDoubts doubts, KeptRows calls, KeptRows probes) {
        return new DoubtData(
                calls.of(AccountedInitcall.of(boot)).stream()
                        .<@Nullable String>map(each -> words(each.doubt()))
                        .toList(),
                probes.of(AccountedProbe.of(boot)).stream()
                        .<@Nullable String>map(each -> words(each.doubt()))
                        .toList(),
                boot.phases().stream()
                        .map(phase -> doubts.within(phase.startUs(), phase.endUs()))
                        .toList(),
                AccountedLevel.of(boot).stream().map(AccountedLevel::doubtfulUs).toList());
    }

    private static @Nullable String words(@Nullable Reason reason) {
        return reason == null ? null : reason.words();
    }
}
