package io.bootledger.simulator.machine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A device on a bus, waiting for its driver.
 *
 * @param name as the bus names it: {@code 0000:00:1f.2}
 * @param bus the bus or class in front of the name in messages: {@code pci}, {@code platform}
 * @param driver the driver that matches it
 * @param parent the device whose probe finds it, and before which it is not there; null for what is there from the start
 * @param takes how long a whole probe works
 * @param returns what the driver's probe function returns when all it needs is there
 * @param needs devices that must be bound before
 * @param links whether the driver core itself sees that one of them is missing (fw_devlink), before it asks the driver
 * @param async whether it is probed on a worker even by a driver that does not ask for that
 * @param says what the driver prints while probing
 */
public record Device(
        String name,
        @Nullable String bus,
        String driver,
        @Nullable String parent,
        Nanos takes,
        int returns,
        List<String> needs,
        boolean links,
        boolean async,
        List<Says> says) {
    public Device {
        if (name == null || name.isBlank() || driver == null || driver.isBlank()) {
            throw new IllegalArgumentException(
                    "a device needs a name and a driver; got name " + name + ", driver " + driver);
        }
        Fields.line("name", name);
        Fields.line("driver", driver);
        if (bus != null) {
            Fields.line("bus", bus);
        }
        if (returns > 0) {
            throw new IllegalArgumentException(name + ": a probe returns 0 or a negative errno, not " + returns);
        }
        bus = bus == null ? "platform" : bus;
        takes = takes == null ? Nanos.ZERO : takes;
        needs = needs == null ? List.of() : List.copyOf(needs);
        says = says == null ? List.of() : List.copyOf(says);
    }

    /** The same device with another time to probe. */
    public Device taking(Nanos other) {
        return new Device(name, bus, driver, parent, other, returns, needs, links, async, says);
    }

    /** The same device, probed on a worker. */
    public Device probedAsync() {
        return new Device(name, bus, driver, parent, takes, returns, needs, links, true, says);
    }
}
