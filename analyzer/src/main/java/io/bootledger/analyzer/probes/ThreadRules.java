package io.bootledger.analyzer.probes;

import io.bootledger.analyzer.probes.ProbeThread.Rule;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.analyzer.timeline.Timeline;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells which thread ran a probe; asked in the order of lines. */
final class ThreadRules {
    /**
     * Names of devices that the worker of their bus finds and probes: {@code drivers/input/serio/serio.c},
     * {@code serio_handle_event}; {@code drivers/usb/core/hub.c}, {@code hub_event}; {@code drivers/mmc/core/core.c},
     * {@code mmc_rescan}; {@code drivers/scsi/scsi_scan.c}, {@code do_scan_async}.
     */
    private static final Pattern WORKERS_DEVICE = Pattern.compile(
            "serio\\d+|\\d+-\\d+(\\.\\d+)*(:\\d+\\.\\d+)?|mmc\\d+:[0-9a-f]+(:\\d+)?|\\d+:\\d+:\\d+:\\d+");

    /**
     * Devices whose drivers ask to be probed beside the boot thread ({@code PROBE_PREFER_ASYNCHRONOUS}); null: whatever the call. A
     * probe that waits for a worker may then run inside any later call.
     */
    private record Asynchronous(@Nullable String call, Pattern device) {
        boolean mayBe(Probe probe, Initcall open) {
            return (call == null || call.equals(open.function()))
                    && device.matcher(probe.device()).matches();
        }
    }

    private static final Pattern PCI = Pattern.compile("[0-9a-f]{4,}:[0-9a-f]{2}:[0-9a-f]{2}\\.[0-7]");

    private static final List<Asynchronous> PREFER_ASYNC = List.of(
            new Asynchronous("nvme_init", PCI), // drivers/nvme/host/pci.c
            new Asynchronous("ahci_pci_driver_init", PCI), // drivers/ata/ahci.c
            // drivers/regulator/fixed.c, 6.4 on
            new Asynchronous(null, Pattern.compile("(.*[:.])?(regulator-.*|.*-regulator|fixedregulator.*)")),
            new Asynchronous(
                    null,
                    Pattern.compile("[0-9a-f]+\\.(mmc|sdhci|sdmmc|esdhc|usdhc|mshc)"))); // drivers/mmc/host, 5.10 on

    private final List<Initcall> initcalls;
    private final boolean asynchronous;
    private final long retriesFromLine;
    private final Set<String> putOff = new HashSet<>();

    /** @param asynchronous whether the command line lets drivers probe on other threads */
    ThreadRules(Timeline timeline, boolean asynchronous) {
        this.initcalls = timeline.initcalls();
        this.asynchronous = asynchronous;
        this.retriesFromLine = initcalls.stream()
                .filter(call -> call.function().equals(OpenInitcalls.WAITS_FOR_WORKERS))
                .mapToLong(Initcall::line)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /**
     * @param call the place of the initcall that the probe fits into, or -1
     * @param bootThreadInCall whether the boot thread was in an initcall, be it another one
     */
    ProbeThread judge(Probe probe, int call, boolean bootThreadInCall) {
        boolean again = putOff.contains(probe.device());
        if (probe.outcome() == Outcome.DEFERRED) {
            putOff.add(probe.device());
        }
        return probe.pid() != null
                ? ProbeThread.of(probe.pid())
                : rule(probe, call < 0 ? null : initcalls.get(call), bootThreadInCall, again)
                        .verdict();
    }

    private Rule rule(Probe probe, @Nullable Initcall call, boolean bootThreadInCall, boolean again) {
        if (call == null && !bootThreadInCall) {
            return Rule.NO_OPEN_INITCALL;
        }
        if (isRetry(probe, call, again)) {
            return Rule.RETRY;
        }
        if (call == null) {
            return Rule.BEGAN_BEFORE;
        }
        if (WORKERS_DEVICE.matcher(probe.device()).matches()) {
            return Rule.WORKERS_BUS;
        }
        if (asynchronous || PREFER_ASYNC.stream().anyMatch(each -> each.mayBe(probe, call))) {
            return Rule.MAY_BE_ASYNC;
        }
        return call.module() == null ? Rule.IN_INITCALL : Rule.IN_MODULE;
    }

    /** Nobody tries a deferred device again before {@code deferred_probe_initcall} lets a worker do it. */
    private boolean isRetry(Probe probe, @Nullable Initcall call, boolean again) {
        boolean waitedFor = call != null && call.function().equals(OpenInitcalls.WAITS_FOR_WORKERS);
        return waitedFor || again && probe.line() > retriesFromLine;
    }
}
