package io.bootledger.analyzer.waits;

import io.bootledger.analyzer.timeline.CauseEvidence;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.analyzer.waits.Background.Stretch;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Waits that the lines of other threads show. */
final class OtherThreadRules {
    /** Since 2.6.12 under that name ({@code net/ipv4/ipconfig.c}). */
    private static final String CONFIGURES = "ip_auto_config";

    private static final String RETRIES = "deferred_probe_initcall";
    private static final long LEAST_US = 2_000;
    private static final long TOUCHES_US = 500;

    private OtherThreadRules() {}

    /** W4: the thread says itself that it waits for asynchronous work. */
    static Optional<Wait> stated(String rule, ReturnedCall call, Scene scene, List<Wait> before) {
        List<Stretch> inside = scene.background.asyncWaits().stream()
                .filter(wait -> call.holds(wait.to()))
                .toList();
        if (inside.isEmpty()) {
            return Optional.empty();
        }
        long us = inside.stream().mapToLong(Stretch::us).sum();
        long line = inside.get(0).to().line();
        return Optional.of(
                new Wait(WaitedFor.ASYNC, "async work", call.part(us * 9 / 10, us), CauseEvidence.STATED, rule, line));
    }

    /**
     * W9: the kernel waits for devices and their carrier, of which no line tells the beginning, then asks the network for an address and
     * sleeps until one comes ({@code ip=dhcp}).
     */
    static Optional<Wait> address(String rule, ReturnedCall call, Scene scene, List<Wait> before) {
        if (!call.function().equals(CONFIGURES) || call.durationUs() <= LEAST_US) {
            return Optional.empty();
        }
        Stretch asked = scene.background.address();
        return Optional.of(
                asked != null && call.holds(asked.to())
                        ? new Wait(
                                WaitedFor.NETWORK,
                                "an answer of the network",
                                call.part(asked.us() * 9 / 10, asked.to().us() - call.startUs()),
                                CauseEvidence.STATED,
                                rule,
                                asked.to().line())
                        : new Wait(
                                WaitedFor.NETWORK,
                                "the network",
                                call.part(0, call.durationUs()),
                                CauseEvidence.LIKELY,
                                rule,
                                call.call().line()));
    }

    /** W2: the call hands deferred devices to a worker and waits until it has tried them all. */
    static Optional<Wait> deferred(String rule, ReturnedCall call, Scene scene, List<Wait> before) {
        if (!call.function().equals(RETRIES)) {
            return Optional.empty();
        }
        List<Probe> probes = scene.othersBetween(call.call().line(), call.endLine());
        return probes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Wait(
                        WaitedFor.DEFERREDPROBE,
                        "deferred_probe_work_func",
                        call.part(union(probes, call.startUs()), call.durationUs()),
                        CauseEvidence.STATED,
                        rule,
                        call.call().line()));
    }

    /** What the probes cover together, from a moment on. */
    private static long union(List<Probe> probes, long fromUs) {
        long covered = 0;
        long reached = fromUs;
        List<Probe> timed = probes.stream()
                .filter(probe -> probe.startUs() != null && probe.endUs() != null)
                .sorted(Comparator.comparingLong(Probe::startUs))
                .toList();
        for (Probe probe : timed) {
            covered += Math.max(0, probe.knownEndUs() - Math.max(reached, probe.knownStartUs()));
            reached = Math.max(reached, probe.knownEndUs());
        }
        return covered;
    }

    /** W8: the call returned when a probe on another thread ended that had covered most of it. */
    static Optional<Wait> coincidence(String rule, ReturnedCall call, Scene scene, List<Wait> before) {
        if (call.function().equals(RETRIES) || call.durationUs() <= LEAST_US) {
            return Optional.empty();
        }
        return scene.othersBetween(call.call().line(), call.endLine()).stream()
                .filter(probe -> covers(probe, call))
                .reduce((one, later) -> later)
                .map(probe -> new Wait(
                        WaitedFor.ASYNC,
                        "probe of " + probe.device(),
                        call.part(0, probe.knownEndUs() - call.startUs()),
                        CauseEvidence.POSSIBLE,
                        rule,
                        probe.line()));
    }

    private static boolean covers(Probe probe, ReturnedCall call) {
        if (probe.startUs() == null || probe.endUs() == null) {
            return false;
        }
        long after = call.endUs() - probe.endUs();
        long inside = probe.endUs() - Math.max(call.startUs(), probe.startUs());
        return after >= 0 && after < Math.max(TOUCHES_US, call.durationUs() / 20) && inside > call.durationUs() / 2;
    }
}
