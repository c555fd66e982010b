package io.bootledger.cli.simulate;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.timeline.CauseEvidence;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.waits.Wait;
import io.bootledger.analyzer.waits.WaitedFor;
import io.bootledger.simulator.scenario.KnownCall;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What the analyzer knows of the initcalls of a boot, for a machine that is made like it. */
public final class KnownCalls {
    private KnownCalls() {}

    /** By the place of the call; null for a log without a boot. */
    public static IntFunction<KnownCall> of(@Nullable BootAnalysis boot) {
        return ordinal -> boot != null && ordinal < boot.timeline().initcalls().size()
                ? known(boot, ordinal)
                : KnownCall.at(null);
    }

    private static KnownCall known(BootAnalysis boot, int ordinal) {
        Initcall call = boot.timeline().initcalls().get(ordinal);
        List<Wait> waits = boot.accounting().waits().initcalls().get(ordinal).waits();
        return new KnownCall(
                call.level(),
                waits.stream().anyMatch(KnownCalls::isForInitramfs),
                surely(waits, WaitedFor.CRYPTOTEST),
                surely(waits, WaitedFor.DEFERREDPROBE));
    }

    private static boolean isForInitramfs(Wait wait) {
        return wait.what() == WaitedFor.INITRAMFS && wait.evidence() != CauseEvidence.POSSIBLE;
    }

    private static long surely(List<Wait> waits, WaitedFor what) {
        return waits.stream()
                .filter(wait -> wait.what() == what)
                .mapToLong(wait -> wait.us().lowUs())
                .sum();
    }
}
