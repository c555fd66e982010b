package io.bootledger.analyzer.advice;

import io.bootledger.analyzer.probes.Suppliers;
import java.util.List;
import java.util.Locale;

/** Devices that others need, told by their names: suppliers, and the buses and controllers on which others are found. */
final class NeededDevices {
    /** In ACPI and in device trees ({@code cru}: Rockchip's clocks and resets). */
    private static final List<String> BUSES = List.of("bus", "bridge", "pci", "spi", "pmu", "cru", "lnx", "pnp0a0");

    private NeededDevices() {}

    static boolean isOne(String device) {
        String name = device.toLowerCase(Locale.ROOT);
        return Suppliers.isNamedLikeOne(device) || BUSES.stream().anyMatch(name::contains);
    }
}
