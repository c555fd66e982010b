package io.bootledger.analyzer.waits;

import io.bootledger.analyzer.timeline.CauseEvidence;
import io.bootledger.analyzer.waits.Background.Seen;
import java.util.List;
import java.util.Optional;

/**
 * W1: whoever asks for a user-mode helper waits until the initramfs is unpacked. Since 5.13 that is asynchronous work, and
 * {@code Freeing initrd memory} is its last line; so the one call of the boot thread that holds that line is the only candidate.
 * The name is never the cause: the first call that needs a helper waits.
 */
final class InitramfsRule {
    static final String UNPACKS = "do_populate_rootfs";
    static final String BY = "async " + UNPACKS;

    /** It starts the unpacking, and waits for it only with {@code initramfs_async=0}. */
    private static final String STARTS_IT = "populate_rootfs";

    /** From the line that frees the memory to the end of the async work. */
    static final long AFTER_FREEING_US = 3_000;

    static final int SURE_PERCENT = 90;

    private InitramfsRule() {}

    static Optional<Wait> find(String rule, ReturnedCall call, Scene scene, List<Wait> before) {
        Seen freed = scene.background.initrdFreed();
        Seen unpacking = scene.background.unpacking();
        if (freed == null || !call.holds(freed)) {
            return Optional.empty();
        }
        if (unpacking == null) {
            return begunBeforeTheLog(rule, call, scene, freed);
        }
        long from = Math.max(call.startUs(), unpacking.us());
        return call.function().equals(STARTS_IT)
                ? unpacksAtOnce(rule, call, scene, from, freed)
                : unpacksBeside(rule, call, scene, from, freed);
    }

    /** The line that begins it is lost: whoever is known to wait for it may have done so since it was called. */
    private static Optional<Wait> begunBeforeTheLog(String rule, ReturnedCall call, Scene scene, Seen freed) {
        Waiter known = Waiters.shipped().find(rule, call.function(), scene.version);
        return known == null || !known.waits()
                ? Optional.empty()
                : wait(rule, call.part(0, freed.us() - call.startUs() + AFTER_FREEING_US), known.word(), freed);
    }

    private static Optional<Wait> unpacksAtOnce(String rule, ReturnedCall call, Scene scene, long from, Seen freed) {
        boolean asynchronous = scene.version != null && scene.version.atLeast(5, 13);
        return asynchronous
                ? wait(
                        rule,
                        call.part((freed.us() - from) * SURE_PERCENT / 100, call.durationUs()),
                        CauseEvidence.STATED,
                        freed)
                : Optional.empty();
    }

    private static Optional<Wait> unpacksBeside(String rule, ReturnedCall call, Scene scene, long from, Seen freed) {
        long most = freed.us() - from + AFTER_FREEING_US;
        Waiter known = Waiters.shipped().find(rule, call.function(), scene.version);
        if (known != null && !known.waits()) {
            return Optional.empty();
        }
        if (known != null) {
            Long said = scene.background.lastSaidUs();
            long quiet = freed.us() - (said == null ? from : Math.max(from, said));
            return wait(rule, call.part(quiet * known.lowPercent() / 100, most), known.word(), freed);
        }
        return most > call.durationUs() / 2
                ? wait(rule, call.part(0, most), CauseEvidence.POSSIBLE, freed)
                : Optional.empty();
    }

    private static Optional<Wait> wait(String rule, Bounds us, CauseEvidence evidence, Seen freed) {
        return Optional.of(new Wait(WaitedFor.INITRAMFS, BY, us, evidence, rule, freed.line()));
    }
}
