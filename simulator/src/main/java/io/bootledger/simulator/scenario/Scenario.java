package io.bootledger.simulator.scenario;

import io.bootledger.simulator.machine.Machine;
import org.jspecify.annotations.Nullable;

/**
 * A machine to boot and how its boots differ. {@code docs/simulator.md} describes the file.
 *
 * @param title one line for people
 * @param machine what boots
 * @param noise how boots differ
 * @param damage what happens to the log on its way; null for nothing
 */
public record Scenario(
        String title,
        Machine machine,
        Noise noise,
        @Nullable LogDamage damage) {
    public Scenario {
        title = title == null ? "A machine" : title;
        if (machine == null) {
            throw new IllegalArgumentException("a scenario needs a machine");
        }
        noise = noise == null ? Noise.NONE : noise;
    }

    /** The same scenario, all of it slower by so much. */
    public Scenario slower(int percent) {
        return new Scenario(title, machine, noise.slower(percent), damage);
    }

    /** The same scenario with another machine. */
    public Scenario withMachine(Machine other) {
        return new Scenario(title, other, noise, damage);
    }
}
