package io.bootledger.traces.message;

import static io.bootledger.traces.message.MessageFields.fields;
import static io.bootledger.traces.message.Row.row;
import static io.bootledger.traces.message.Versions.UNRELEASED;
import static io.bootledger.traces.message.Versions.between;
import static io.bootledger.traces.message.Versions.since;

import io.bootledger.traces.event.ReportedDuration;
import io.bootledger.traces.event.call.DeferralExplained;
import io.bootledger.traces.event.call.DeferredProbePending;
import io.bootledger.traces.event.call.ProbeFailed;
import io.bootledger.traces.event.call.ProbeFinished;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the driver core prints about probes ({@code drivers/base/dd.c}). */
final class ProbeMessages {
    static final List<Row<?>> ROWS = List.of(
            // really_probe_debug. Only the device is named. 5.9 to 5.19 print it only with dynamic debug.
            row(ProbeFinished.class, since("4.16"), "probe of %s returned %d after %lld usecs")
                    .scan(ProbeScan::finished)
                    .write(event -> event.driver() != null || event.returnValue() == null
                            ? null
                            : fields(event.device(), event.returnValue(), micros(event)))
                    .samples(
                            "probe of 0000:00:1f.2 returned 0 after 1893 usecs",
                            "probe of 1d84000.ufshc returned 517 after 6 usecs",
                            "probe of 3da0000.iommu returned -517 after 2 usecs",
                            "probe of Fixed MDIO bus.0 returned 1 after 14 usecs"),

            // Qualcomm's kernels
            row(ProbeFinished.class, UNRELEASED, "probe of %s with driver %s returned %d after %lld usecs")
                    .read(in -> finished(in.text(0), in.text(1), in.integer(2), in.number(3)))
                    .write(event -> event.driver() == null || event.returnValue() == null
                            ? null
                            : fields(event.device(), event.driver(), event.returnValue(), micros(event)))
                    .samples("probe of 1d84000.ufshc with driver ufshcd-qcom returned -517 after 6 usecs"),

            // a patch of 2025 that was not merged so
            row(ProbeFinished.class, UNRELEASED, "probe %s in driver %s for device %s returned %d after %lld usecs")
                    .read(in -> finished(in.text(2), in.text(1), in.integer(3), in.number(4)))
                    .variants(
                            "probe platform_probe in driver davinci_gpio for device 4201000.gpio returned -517 after 0 usecs"),

            // deferred_probe_work_func; ns>>10
            row(ProbeFinished.class, between("4.14", "4.16"), "deferred probe %s returned after %lld usecs")
                    .read(in -> finished(in.text(0), null, null, in.number(1)))
                    .write(event -> fields(event.device(), micros(event)))
                    .samples("deferred probe 1c28000.serial returned after 1043 usecs"),

            // really_probe
            row(ProbeFailed.class, between("2.6.18", "6.9"), "%s: probe of %s failed with error %d")
                    .read(in -> new ProbeFailed(in.text(0), in.text(1), in.integer(2)))
                    .write(event -> fields(event.driver(), event.device(), event.error()))
                    .samples(
                            "sata_mv: probe of 0000:03:00.0 failed with error -5",
                            "e1000e: probe of Fixed MDIO bus.0 failed with error -2"),

            // call_driver_probe, through dev_err: the driver stands in front of the device too.
            row(ProbeFailed.class, since("6.9"), "%s: probe with driver %s failed with error %d")
                    .read(in -> failed(in.text(0), in.text(1), in.integer(2)))
                    .write(event -> fields(event.driver() + " " + event.device(), event.driver(), event.error()))
                    .samples("sata_mv 0000:03:00.0: probe with driver sata_mv failed with error -5")
                    .variants("pci 0000:03:00.0: probe with driver sata_mv failed with error -5"),

            // drivers/base/core.c, dev_err_probe: as dev_dbg, so only with dynamic debug
            row(DeferralExplained.class, since("5.9"), "%s: error -EPROBE_DEFER: %s")
                    .read(in -> new DeferralExplained(in.text(0), in.text(1)))
                    .write(event -> fields(event.device(), event.reason()))
                    .samples(
                            "platform regulator-usb-h1-vbus: error -EPROBE_DEFER: supplier 20b4000.gpio not ready",
                            "platform 2188000.ethernet: error -EPROBE_DEFER: wait for supplier /soc/bus@2100000/efuse@21bc000"),

            // deferred_probe_timeout_work_func
            row(DeferredProbePending.class, since("6.8"), "%s: deferred probe pending: %s")
                    .read(in -> new DeferredProbePending(in.text(0), in.text(1)))
                    .write(event -> event.reason() == null ? null : fields(event.device(), event.reason()))
                    .samples(
                            "platform 88e3000.phy: deferred probe pending: platform: supplier 0-004f not ready",
                            "platform 88e3000.phy: deferred probe pending: (reason unknown)"),
            row(DeferredProbePending.class, between("4.19", "6.8"), "%s: deferred probe pending")
                    .read(in -> new DeferredProbePending(in.text(0), null))
                    .write(event -> fields(event.device()))
                    .samples("platform 1d84000.ufshc: deferred probe pending"));

    private static ProbeFinished finished(
            String device, @Nullable String driver, @Nullable Integer returned, long micros) {
        return new ProbeFinished(device, driver, returned, ReportedDuration.usecs(micros));
    }

    private static long micros(ProbeFinished event) {
        return event.reported().value();
    }

    private static @Nullable ProbeFailed failed(String subject, String driver, int error) {
        int blank = subject.startsWith(driver + " ") ? driver.length() : subject.indexOf(' ');
        String device = blank < 0 ? "" : subject.substring(blank + 1).strip();
        return device.isEmpty() ? null : new ProbeFailed(driver, device, error);
    }

    private ProbeMessages() {}
}
