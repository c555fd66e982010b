package io.bootledger.analyzer.advice;

import static io.bootledger.analyzer.advice.Amount.count;
import static io.bootledger.analyzer.advice.Amount.text;
import static io.bootledger.analyzer.advice.Amount.time;

import io.bootledger.analyzer.advice.KnownCause.Subject;
import io.bootledger.analyzer.probes.Deferral;
import io.bootledger.analyzer.probes.Nesting;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.traces.event.KernelVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Probes that were put off, and probes that others could run beside. */
final class ProbeRules {
    private static final long WASTED_US = 5_000;
    private static final long WAITED_US = 500_000;
    private static final long RETRIES_US = 20_000;
    private static final long ASYNC_US = 30_000;
    private static final int SHOWN = 5;

    private static final String ASYNC = "driver_async_probe=";
    private static final String RETRIES = "deferred_probe_initcall";

    private ProbeRules() {}

    static List<Advice> wastedAttempts(AdviceBasis grounds) {
        Map<String, InVain> devices = triedInVain(grounds);
        long wasted = devices.values().stream().mapToLong(InVain::us).sum();
        if (wasted < WASTED_US) {
            return List.of();
        }
        int attempts = devices.values().stream().mapToInt(InVain::attempts).sum();
        String worst = devices.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, InVain> device) ->
                                device.getValue().us())
                        .reversed())
                .limit(SHOWN)
                .map(device -> text(
                        "%s (%s, %s)",
                        device.getKey(),
                        count(device.getValue().attempts(), "attempt"),
                        time(device.getValue().us())))
                .collect(Collectors.joining(", "));
        return List.of(new Advice(
                        Advice.Kind.BOOT,
                        "deferred-probes",
                        text(
                                "%s put off %s before init, which took %s.",
                                devices.size() == 1 ? "1 device was" : devices.size() + " devices were",
                                count(attempts, "time"),
                                time(wasted)),
                        "Most of it: " + worst + ".",
                        "bind what they need earlier: build its driver in, or say in the device tree what depends on what"
                                + linked(grounds),
                        wasted,
                        List.of())
                .doubted(grounds.accounting().deferrals().stream()
                        .anyMatch(each -> devices.containsKey(each.device()) && isDoubtful(each, grounds))));
    }

    /** Attempts that were put off, and what they took. */
    private record InVain(int attempts, long us) {
        InVain and(InVain more) {
            return new InVain(attempts + more.attempts, us + more.us);
        }
    }

    /** By device, in the order of their first; what is tried again when init runs does not hold the boot up. */
    private static Map<String, InVain> triedInVain(AdviceBasis grounds) {
        long initUs = grounds.ledger().toUs();
        Map<String, InVain> devices = new LinkedHashMap<>();
        for (Probe probe : grounds.timeline().probes()) {
            if (probe.outcome() == Outcome.DEFERRED
                    && probe.durationUs() != null
                    && probe.endUs() != null
                    && probe.endUs() <= initUs) {
                devices.merge(probe.device(), new InVain(1, probe.durationUs()), InVain::and);
            }
        }
        return devices;
    }

    /** Since 5.13 it is the default ({@code drivers/base/core.c}, {@code fw_devlink_flags}); 5.7 brought the word. */
    private static String linked(AdviceBasis grounds) {
        KernelVersion version = grounds.version();
        return version != null && version.atLeast(5, 7) && !version.atLeast(5, 13) ? " (fw_devlink=on)" : "";
    }

    private static boolean isDoubtful(Deferral deferral, AdviceBasis grounds) {
        return grounds.doubts().within(deferral.firstUs(), deferral.boundUs()) > 0;
    }

    static List<Advice> longDeferrals(AdviceBasis grounds) {
        List<Advice> found = new ArrayList<>();
        for (Deferral deferral : grounds.accounting().deferrals()) {
            Long waited = deferral.waitedUs();
            if (waited != null && waited >= WAITED_US && found.size() < SHOWN) {
                found.add(longDeferral(deferral, waited).doubted(isDoubtful(deferral, grounds)));
            }
        }
        return found;
    }

    private static Advice longDeferral(Deferral deferral, long waitedUs) {
        return new Advice(
                Advice.Kind.BOOT,
                "long-deferral",
                text("%s waited %s to be probed again.", deferral.device(), time(waitedUs)),
                released(deferral),
                deferral.barrier()
                        ? "a driver that is registered after its suppliers are bound need not wait; a supplier that is bound sooner behind"
                                + " its first try changes nothing, since nobody tries again before"
                        : "to see what it waits for, boot with dyndbg=\"file drivers/base/core.c +p\", or look at"
                                + " /sys/kernel/debug/devices_deferred while it waits",
                null,
                List.of());
    }

    private static String released(Deferral deferral) {
        List<String> candidates = deferral.candidates();
        if (deferral.stated() != null) {
            return "The kernel says: " + deferral.stated() + ".";
        }
        if (deferral.barrier()) {
            return "Nobody tries again before deferred_probe_initcall, and that is what it waited for.";
        }
        return switch (candidates.size()) {
            case 0 -> "No other device was bound in between, so the log does not tell what it waited for.";
            case 1 -> "It most likely waited for " + candidates.get(0) + ", the only device bound in between.";
            default ->
                candidates.size() <= Deferral.FEW
                        ? "One of these, bound in between, may have released it: " + String.join(", ", candidates) + "."
                        : text(
                                "%d devices were bound in between; any of them may have released it.",
                                candidates.size());
        };
    }

    /** What the initcall that retries deferred probes spent its time on. */
    static List<Advice> deferredProbeInitcall(AdviceBasis grounds) {
        if (grounds.accounting().deferrals().isEmpty()) {
            return List.of();
        }
        List<Initcall> calls = grounds.timeline().initcalls();
        return IntStream.range(0, calls.size())
                .filter(i -> calls.get(i).function().equals(RETRIES))
                .filter(i -> isLong(calls.get(i)))
                .mapToObj(i -> opened(i, calls.get(i), grounds))
                .toList();
    }

    private static boolean isLong(Initcall retries) {
        return retries.durationUs() != null && retries.durationUs() >= RETRIES_US;
    }

    private static Advice opened(int index, Initcall call, AdviceBasis grounds) {
        Nesting.Parent here = new Nesting.Parent(Nesting.Parent.Kind.INITCALL, index);
        List<Probe> inside = IntStream.range(0, grounds.timeline().probes().size())
                .filter(i ->
                        here.equals(grounds.accounting().nesting().parents().get(i)))
                .mapToObj(grounds.timeline().probes()::get)
                .filter(probe -> probe.durationUs() != null)
                .sorted(Comparator.comparing(Probe::durationUs, Comparator.reverseOrder()))
                .limit(SHOWN)
                .toList();
        String devices = inside.stream()
                .map(probe -> probe.device() + " " + time(probe.knownDurationUs()))
                .collect(Collectors.joining(", "));
        return new Advice(
                Advice.Kind.BOOT,
                "deferred-probe-initcall",
                text("%s, which probes deferred devices again, took %s.", RETRIES, time(call.knownDurationUs())),
                devices.isEmpty()
                        ? "The log does not say which of the deferred devices it waited for."
                        : "The longest: " + devices + ".",
                "bind what they need before, so that they are not put off",
                null,
                inside.stream().map(Probe::line).toList());
    }

    static List<Advice> asyncCandidates(AdviceBasis grounds) {
        if (!Objects.requireNonNull(grounds.version()).atLeast(5, 1)
                || grounds.commandLine().probesAsynchronously()) {
            return List.of();
        }
        Set<String> suppliers = grounds.accounting().deferrals().stream()
                .flatMap(deferral -> deferral.candidates().stream())
                .collect(Collectors.toSet());
        List<Probe> probes = grounds.timeline().probes();
        return IntStream.range(0, probes.size())
                .filter(i -> isCandidate(i, grounds))
                .mapToObj(probes::get)
                .filter(probe -> !suppliers.contains(probe.device()))
                .filter(probe -> ConsoleRule.registered(probe, grounds.marks()).isEmpty())
                .sorted(Comparator.comparing(Probe::durationUs, Comparator.reverseOrder()))
                .limit(SHOWN)
                .map(probe -> candidate(probe, grounds))
                .toList();
    }

    /** Bound by an initcall of the boot thread, long, and nothing was probed inside it: so it is no bus. */
    private static boolean isCandidate(int index, AdviceBasis grounds) {
        Probe probe = grounds.timeline().probes().get(index);
        Nesting nesting = grounds.accounting().nesting();
        Nesting.Parent parent = nesting.parents().get(index);
        return probe.outcome() == Outcome.OK
                && probe.durationUs() != null
                && probe.durationUs() >= ASYNC_US
                && probe.durationUs().equals(nesting.probeSelfUs().get(index))
                && !NeededDevices.isOne(probe.device())
                && parent != null
                && parent.kind() == Nesting.Parent.Kind.INITCALL
                && isPlainInitcall(grounds.timeline().initcalls().get(parent.index()));
    }

    private static boolean isPlainInitcall(Initcall call) {
        return InitcallRules.runsOnBootThread(call) && !call.function().equals(RETRIES);
    }

    private static Advice candidate(Probe probe, AdviceBasis grounds) {
        KnownCause cause =
                KnownCauses.shipped().of(Subject.PROBE, probe.device(), grounds.version(), grounds.architecture());
        return cause == null || cause.remedy().contains(ASYNC) ? beside(probe) : known(probe, cause, grounds);
    }

    private static Advice known(Probe probe, KnownCause cause, AdviceBasis grounds) {
        return new Advice(
                Advice.Kind.BOOT,
                "slow-probe",
                text("The probe of %s took %s", probe.device(), time(probe.knownDurationUs())) + cause.known(),
                cause.reason(),
                cause.solution(grounds),
                cause.mayGain(grounds) ? probe.durationUs() : null,
                false,
                List.of(probe.line()),
                cause.hasRemedy() ? cause.risk().toString() : null,
                cause.source());
    }

    private static Advice beside(Probe probe) {
        String driver = probe.driver();
        return new Advice(
                Advice.Kind.BOOT,
                "async-probe",
                text("The boot waited %s for the probe of %s.", time(probe.knownDurationUs()), probe.device()),
                "It ran on the boot thread, nothing was probed inside it, and no deferred device was seen to wait for it.",
                "try " + ASYNC + name(driver, probe)
                        + ", if no name such as sda or eth0 depends on the order of probing",
                probe.durationUs(),
                List.of(probe.line()));
    }

    private static String name(@Nullable String driver, Probe probe) {
        return driver == null
                ? "DRIVER, with the name that /sys/bus/*/devices/" + probe.device() + "/driver points to"
                : driver;
    }
}
