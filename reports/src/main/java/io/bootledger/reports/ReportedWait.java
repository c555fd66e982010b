package io.bootledger.reports;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.waits.GapWaits;
import io.bootledger.analyzer.waits.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A wait of the boot thread, and where it waited.
 *
 * @param initcall place of the call among the timeline's initcalls, from 0; of the one that made the probe; null for
 *     a stretch that is no initcall
 * @param probe place of the probe among the timeline's probes, from 0; null for what is no probe. What it waited, the initcall that
 *     made it waited too, and is told of that as well
 * @param where the call's name, the probe's device, or what the kernel does in the stretch
 * @param tookUs how long that took in all
 */
public record ReportedWait(
        @Nullable Integer initcall, @Nullable Integer probe, String where, long tookUs, Wait claim) {
    /** All waits of a boot: those of initcalls in their order, then those of probes and of other stretches. */
    public static List<ReportedWait> of(BootAnalysis boot) {
        List<ReportedWait> all = new ArrayList<>();
        List<AccountedInitcall> calls = AccountedInitcall.of(boot);
        for (int i = 0; i < calls.size(); i++) {
            AccountedInitcall call = calls.get(i);
            for (Wait wait : call.waits().waits()) {
                String module = call.call().module();
                String name = call.call().function() + (module == null ? "" : " [" + module + "]");
                all.add(new ReportedWait(i, null, name, call.call().knownDurationUs(), wait));
            }
        }
        List<AccountedProbe> probes = AccountedProbe.of(boot);
        for (AccountedProbe probe : probes) {
            String name = "probe of " + probe.probe().device();
            for (Wait wait : probe.waits().waits()) {
                all.add(new ReportedWait(
                        maker(probe, probes),
                        probe.ordinal() - 1,
                        name,
                        probe.probe().knownDurationUs(),
                        wait));
            }
        }
        for (GapWaits gap : boot.accounting().waits().gaps()) {
            gap.waits()
                    .forEach(
                            wait -> all.add(new ReportedWait(null, null, gap.name(), gap.toUs() - gap.fromUs(), wait)));
        }
        return all;
    }

    private static @Nullable Integer maker(AccountedProbe probe, List<AccountedProbe> probes) {
        AccountedProbe outer = probe;
        while (outer.insideProbe() != null) {
            outer = probes.get(outer.insideProbe() - 1);
        }
        return outer.insideInitcall() == null ? null : Integer.valueOf(outer.insideInitcall() - 1);
    }

    /** Whether this is a probe's part of a wait of the initcall that made it, and more than half of that. */
    public boolean isMostOf(ReportedWait call) {
        return probe != null
                && call.probe == null
                && Objects.equals(initcall, call.initcall)
                && claim.what() == call.claim.what()
                && 2 * claim.us().highUs() > call.claim.us().highUs();
    }
}
