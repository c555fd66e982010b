package io.bootledger.analyzer.failures;

import io.bootledger.analyzer.failures.Failure.Kind;
import io.bootledger.analyzer.failures.Failure.Severity;
import io.bootledger.analyzer.timeline.Errno;
import io.bootledger.analyzer.timeline.ErrnoFamily;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.analyzer.timeline.Timeline;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.call.DeferredProbePending;
import io.bootledger.traces.event.call.ProbeFailed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Devices that ended without a driver: only the last attempt on each counts. */
final class ProbeFailures {
    private final Map<String, Probe> lastAttempts = new LinkedHashMap<>();
    private final Map<String, Failure> byDevice = new LinkedHashMap<>();
    private final NearbyLines nearby;

    private ProbeFailures(NearbyLines nearby) {
        this.nearby = nearby;
    }

    static List<Failure> of(Timeline timeline, Faults faults, NearbyLines nearby) {
        ProbeFailures failures = new ProbeFailures(nearby);
        timeline.probes().forEach(probe -> failures.lastAttempts.put(probe.device(), probe));
        failures.lastAttempts.values().forEach(failures::judge);
        for (RecordedEvent stated : faults.stated()) {
            if (stated.event() instanceof ProbeFailed failed) {
                failures.judge(failed, stated.origin().line());
            } else if (stated.event() instanceof DeferredProbePending pending) {
                failures.judge(pending, stated.origin().line());
            }
        }
        return new ArrayList<>(failures.byDevice.values());
    }

    private void judge(Probe probe) {
        switch (probe.outcome()) {
            case FAILED, ABSENT -> {
                ErrorMeaning verdict = verdict(probe);
                put(probe, verdict.severity(), verdict.meaning());
            }
            case DEFERRED ->
                put(probe, Severity.SUSPICIOUS, "still deferred when the log ends: a supplier it waits for never came");
            default -> {}
        }
    }

    private ErrorMeaning verdict(Probe probe) {
        String firmware = nearby.missingFirmware(probe.line(), FailureSubject.of(probe.pid(), probe.device()));
        return firmware == null
                ? ErrorMeaning.on(probe.errno())
                : new ErrorMeaning(
                        Severity.REAL,
                        "its firmware " + firmware + " is not there: put it into the initramfs, or build it in"
                                + " (CONFIG_EXTRA_FIRMWARE)");
    }

    private void put(Probe probe, Severity severity, String explanation) {
        byDevice.put(
                probe.device(),
                failure(
                        probe.device(),
                        probe.driver(),
                        probe.returnValue(),
                        probe.errno(),
                        probe.outcome(),
                        severity,
                        explanation,
                        probe.line()));
    }

    /** The complaint alone, in a log without the lines that {@code initcall_debug} causes. */
    private void judge(ProbeFailed failed, long line) {
        if (lastAttempts.containsKey(failed.device()) || failed.error() >= 0) {
            return;
        }
        String errno = Errno.nameOf(-failed.error(), ErrnoFamily.GENERIC);
        ErrorMeaning verdict = ErrorMeaning.on(errno);
        Outcome outcome = verdict.severity() == Severity.ABSENT ? Outcome.ABSENT : Outcome.FAILED;
        byDevice.put(
                failed.device(),
                failure(
                        failed.device(),
                        failed.driver(),
                        failed.error(),
                        errno,
                        outcome,
                        verdict.severity(),
                        verdict.meaning(),
                        line));
    }

    private void judge(DeferredProbePending pending, long line) {
        String device = pending.device().substring(pending.device().lastIndexOf(' ') + 1);
        String reason = pending.reason() == null ? "" : ": " + pending.reason();
        byDevice.put(
                device,
                failure(
                        device,
                        null,
                        null,
                        "EPROBE_DEFER",
                        Outcome.DEFERRED,
                        Severity.REAL,
                        "the kernel gave up waiting for its suppliers" + reason,
                        line));
    }

    private Failure failure(
            String device,
            @Nullable String driver,
            @Nullable Integer returnValue,
            @Nullable String errno,
            Outcome outcome,
            Severity severity,
            String explanation,
            long line) {
        return new Failure(
                Kind.PROBE,
                device,
                driver,
                returnValue,
                errno,
                outcome,
                severity,
                explanation,
                line,
                nearby.within(line, line, FailureSubject.of(null, device, driver)));
    }
}
