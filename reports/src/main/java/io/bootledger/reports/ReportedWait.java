package io.bootledger.reports;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.waits.GapWaits;
import io.bootledger.analyzer.waits.Wait;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A wait of the boot thread, and where it waited.
 *
 * @param initcall place of the call among the timeline's initcalls, from 0; null for a stretch that is no initcall
 * @param where the call's name, or what the kernel does in the stretch
 * @param tookUs how long that took in all
 */
public record ReportedWait(@Nullable Integer initcall, String where, long tookUs, Wait claim) {
    /** All waits of a boot: those of initcalls in their order, then those of other stretches. */
    public static List<ReportedWait> of(BootAnalysis boot) {
        List<ReportedWait> all = new ArrayList<>();
        List<AccountedInitcall> calls = AccountedInitcall.of(boot);
        for (int i = 0; i < calls.size(); i++) {
            AccountedInitcall call = calls.get(i);
            for (Wait wait : call.waits().waits()) {
                String module = call.call().module();
                String name = call.call().function() + (module == null ? "" : " [" + module + "]");
                all.add(new ReportedWait(i, name, call.call().knownDurationUs(), wait));
            }
        }
        for (GapWaits gap : boot.accounting().waits().gaps()) {
            gap.waits().forEach(wait -> all.add(new ReportedWait(null, gap.name(), gap.toUs() - gap.fromUs(), wait)));
        }
        return all;
    }
}
