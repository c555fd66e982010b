package io.bootledger.analyzer.advice;

import io.bootledger.analyzer.timeline.Probe;
import java.util.List;
import java.util.Locale;

/** Devices that others need, told by their names: what they supply must be there first. */
final class Suppliers {
    private static final List<String> NAMES = List.of(
            "regulator",
            "clk",
            "clock",
            "cru",
            "pinctrl",
            "gpio",
            "pmic",
            "pmu",
            "iommu",
            "smmu",
            "power",
            "reset",
            "syscon",
            "mailbox",
            "phy",
            "bus",
            "bridge",
            "pci",
            "i2c",
            "spi",
            "interrupt",
            "dma",
            "LNX",
            "PNP0A0");

    private Suppliers() {}

    static boolean isOne(Probe probe) {
        String name = probe.device().toLowerCase(Locale.ROOT);
        return NAMES.stream().map(word -> word.toLowerCase(Locale.ROOT)).anyMatch(name::contains);
    }
}
