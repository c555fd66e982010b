package io.bootledger.analyzer.advice;

import io.bootledger.analyzer.knowledge.CodeOrigin;
import io.bootledger.analyzer.knowledge.Essential;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.KernelVersion;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a machine may be booted once without an init function, to see what it costs ({@code initcall_blacklist=},
 * {@code init/main.c}, 3.19 on). Only where nothing is known to break: at a late level beyond doubt, in code of which it is known
 * that no bus, no console, no clock, no file system and no disk depends on it.
 */
final class Experiment {
    private static final Set<InitcallLevel> LEVELS = Set.of(InitcallLevel.DEVICE, InitcallLevel.LATE);

    private static final List<String> FIT =
            List.of("drivers/", "sound/", "lib/", "net/", "samples/", "kernel/trace/", "kernel/rcu/rcutorture");

    private static final List<String> UNFIT = List.of(
            "drivers/acpi/",
            "drivers/ata/",
            "drivers/base/",
            "drivers/block/",
            "drivers/bus/",
            "drivers/char/",
            "drivers/clk/",
            "drivers/clocksource/",
            "drivers/cpufreq/",
            "drivers/cpuidle/",
            "drivers/dma/",
            "drivers/firmware/",
            "drivers/gpio/",
            "drivers/hid/",
            "drivers/i2c/",
            "drivers/idle/",
            "drivers/input/",
            "drivers/interconnect/",
            "drivers/iommu/",
            "drivers/irqchip/",
            "drivers/mailbox/",
            "drivers/md/",
            "drivers/mfd/",
            "drivers/mmc/",
            "drivers/mtd/",
            "drivers/nvme/",
            "drivers/nvmem/",
            "drivers/of/",
            "drivers/pci/",
            "drivers/phy/",
            "drivers/pinctrl/",
            "drivers/platform/",
            "drivers/pmdomain/",
            "drivers/power/",
            "drivers/regulator/",
            "drivers/reset/",
            "drivers/scsi/",
            "drivers/soc/",
            "drivers/spi/",
            "drivers/thermal/",
            "drivers/tty/",
            "drivers/ufs/",
            "drivers/usb/",
            "drivers/video/",
            "drivers/virtio/",
            "drivers/xen/",
            "net/9p/",
            "net/core/",
            "net/ipv4/",
            "net/ipv6/",
            "net/sunrpc/",
            "net/unix/");

    private Experiment() {}

    static boolean isHarmless(Initcall call, CodeOrigin origin, @Nullable KernelVersion version) {
        return version != null
                && version.atLeast(3, 19)
                && call.module() == null
                && call.level() != null
                && call.levelCertain()
                && LEVELS.contains(call.level())
                && Essential.reason(call.function()) == null
                && origin.file() != null
                && FIT.stream().anyMatch(origin.file()::startsWith)
                && UNFIT.stream().noneMatch(origin.file()::startsWith);
    }
}
