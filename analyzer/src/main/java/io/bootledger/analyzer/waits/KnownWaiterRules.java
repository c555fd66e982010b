package io.bootledger.analyzer.waits;

import io.bootledger.analyzer.timeline.CauseEvidence;
import io.bootledger.analyzer.waits.Background.Stretch;
import java.util.List;
import java.util.Optional;

/** Calls that are known by name to wait where the log shows nothing: for self-tests of cryptography, and for tracing. */
final class KnownWaiterRules {
    /** A shorter call is not worth a claim. */
    static final long LEAST_US = 1_500;

    private static final String CERTIFICATES = "load_system_certificate_list";

    private KnownWaiterRules() {}

    /** The rule whose table names the functions. */
    static String ruleFor(WaitedFor what) {
        return switch (what) {
            case INITRAMFS -> "W1";
            case CRYPTOTEST -> "W5";
            case TRACEINIT -> "W6";
            default -> "";
        };
    }

    /** W5: whoever first uses an algorithm, or registers one in a kernel before 5.16, waits for its self-test. */
    static Optional<Wait> selfTests(String rule, ReturnedCall call, Scene scene, List<Wait> before) {
        boolean claimed = before.stream().anyMatch(wait -> wait.what() == WaitedFor.CRYPTOTEST);
        return claimed || scene.commandLine.skipsSelfTests()
                ? Optional.empty()
                : byName(rule, WaitedFor.CRYPTOTEST, "cryptomgr_test", call, scene, before);
    }

    /**
     * W7: the first certificate is checked once the self-tests of its algorithms have passed, which do the same arithmetic on many
     * keys: at least half of the time until it is loaded is theirs.
     */
    static Optional<Wait> certificates(String rule, ReturnedCall call, Scene scene, List<Wait> before) {
        Stretch first = scene.background.firstCertificate();
        if (!call.function().equals(CERTIFICATES)
                || scene.version == null
                || !scene.version.atLeast(5, 16)
                || first == null
                || !call.holds(first.to())
                || scene.commandLine.skipsSelfTests()) {
            return Optional.empty();
        }
        long others = before.stream().mapToLong(wait -> wait.us().highUs()).sum();
        long least = Math.max(0, first.us() - others) / 2;
        Bounds us = call.part(least, call.durationUs() - sure(before));
        return Optional.of(new Wait(
                WaitedFor.CRYPTOTEST,
                "cryptomgr_test",
                us,
                CauseEvidence.LIKELY,
                rule,
                first.to().line()));
    }

    /** W6: the first call that touches tracefs waits until the tracers' own work has let go of its locks. */
    static Optional<Wait> tracing(String rule, ReturnedCall call, Scene scene, List<Wait> before) {
        return byName(rule, WaitedFor.TRACEINIT, "tracer_init_tracefs_work_func", call, scene, before);
    }

    private static Optional<Wait> byName(
            String rule, WaitedFor what, String by, ReturnedCall call, Scene scene, List<Wait> before) {
        Waiter known = Waiters.shipped().find(rule, call.function(), scene.version);
        if (known == null || call.durationUs() <= LEAST_US) {
            return Optional.empty();
        }
        long rest = call.durationUs() - sure(before);
        Bounds us = call.part(rest * known.lowPercent() / 100, rest);
        return Optional.of(
                new Wait(what, by, us, known.word(), rule, call.call().line()));
    }

    private static long sure(List<Wait> waits) {
        return waits.stream().mapToLong(wait -> wait.us().lowUs()).sum();
    }
}
