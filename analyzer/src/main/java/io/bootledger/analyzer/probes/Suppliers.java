package io.bootledger.analyzer.probes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Devices that others need, told by their names: the device tree's generic names and the kernel's own for its parts. */
public final class Suppliers {
    /**
     * A supplier rings the bell in {@code drivers/base/dd.c}, {@code driver_bound}, before its probe's line is printed; so the line may
     * follow the start of the retry. 7.7 ms late was seen, on a slow console.
     */
    static final long LATE_US = 20_000;

    private static final List<String> PARTS = List.of(
            "gpio",
            "clock",
            "clk",
            "ccu",
            "regulator",
            "vdd",
            "vcc",
            "pmic",
            "phy",
            "dma",
            "power",
            "gpc",
            "pgc",
            "pinctrl",
            "iomux",
            "reset",
            "syscon",
            "system-control",
            "iommu",
            "smmu",
            "mbox",
            "mailbox",
            "rpm",
            "interconnect",
            "fuse",
            "nvmem",
            "ocotp",
            "eeprom",
            "i2c",
            "spmi",
            "anatop",
            "intc",
            "interrupt",
            "scmi",
            "scpi",
            "firmware",
            "pwm",
            "backlight",
            "thermal",
            "hwlock",
            "remoteproc",
            "qfprom",
            "prcm",
            "prm");

    private Suppliers() {}

    /**
     * Whether the kernel's reason for a deferral names a device ({@code drivers/base/core.c}, {@code device_links_check_suppliers}): by its
     * name, {@code supplier 20b4000.gpio not ready}, or by its node or one below, {@code wait for supplier /soc/efuse@21bc000/temp@20},
     * of which {@code drivers/of/device.c}, {@code of_device_make_bus_id}, makes {@code 21bc000.efuse}.
     */
    static boolean isNamedIn(String reason, String device) {
        int dot = device.indexOf('.');
        String node = dot < 0 ? null : device.substring(dot + 1) + "@" + device.substring(0, dot);
        return Arrays.stream(reason.split("[ /]")).anyMatch(word -> word.equals(device) || word.equals(node));
    }

    /** Whether a device is named like one. */
    public static boolean isNamedLikeOne(String device) {
        String name = device.toLowerCase(Locale.ROOT);
        return PARTS.stream().anyMatch(name::contains);
    }
}
