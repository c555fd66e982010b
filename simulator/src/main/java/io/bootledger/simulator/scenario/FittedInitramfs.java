package io.bootledger.simulator.scenario;

import io.bootledger.simulator.machine.Machine.Initramfs;
import io.bootledger.simulator.machine.Nanos;
import org.jspecify.annotations.Nullable;

/**
 * What a log tells about unpacking the initramfs. On one processor the boot thread's calls have the time that unpacking took from them
 * already, so that only what was waited for is left.
 */
final class FittedInitramfs {
    private final @Nullable Initramfs whole;
    private final long waitedAtTheEndUs;
    private final boolean besideOneCpu;
    private final long waitedInCallsUs;

    FittedInitramfs(FittedKernel kernel, int cpus, FittedEnding ending, FittedCalls calls) {
        this.whole = ending.initramfs();
        this.besideOneCpu = cpus == 1 && !kernel.unpacksItself();
        this.waitedInCallsUs = calls.waitedForInitramfsUs();
        this.waitedAtTheEndUs = kernel.unpacksItself() || ending.unpackedUs() < 0
                ? 0
                : Math.max(0, ending.unpackedUs() - calls.mainEndUs());
    }

    /** How long it was waited for after the last initcall. */
    long waitedAtTheEndUs() {
        return waitedAtTheEndUs;
    }

    @Nullable
    Initramfs initramfs() {
        if (whole == null || !besideOneCpu) {
            return whole;
        }
        return new Initramfs(whole.kib(), Nanos.ofMicros(waitedInCallsUs + waitedAtTheEndUs), whole.message());
    }
}
