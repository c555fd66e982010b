package io.bootledger.simulator.scenario;

import io.bootledger.simulator.machine.Device;
import io.bootledger.simulator.machine.Machine;
import io.bootledger.simulator.machine.Nanos;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A change to a machine, to see what it would do to the boot: {@code initcall.NAME.PROPERTY=VALUE}, {@code device.NAME.PROPERTY=VALUE},
 * {@code initramfs.PROPERTY=VALUE} or {@code cmdline=WORD}. Properties of an initcall: {@code duration}, {@code faster}, {@code
 * returns}, {@code fault}, and, without a value, {@code async}, {@code module}, {@code blacklist} and {@code remove}; of a device:
 * {@code duration}, {@code faster}, {@code async}; of the initramfs: {@code duration}, {@code faster}.
 *
 * @param kind {@code initcall}, {@code device}, {@code initramfs} or {@code cmdline}
 * @param name of the initcall or the device; empty for the others
 * @param property what of it changes; empty for the command line
 * @param value what it becomes; empty for none
 */
public record Edit(String kind, String name, String property, String value) {
    private static final String EXPECTED =
            "expected initcall.NAME.{duration|faster|returns|fault}=VALUE, initcall.NAME.{async|module|blacklist|remove},"
                    + " device.NAME.{duration|faster}=VALUE, device.NAME.async, initramfs.{duration|faster}=VALUE or cmdline=WORD";

    /**
     * Reads a change.
     *
     * @throws ScenarioException when it is none
     */
    public static Edit parse(String text) {
        int equals = text.indexOf('=');
        String path = equals < 0 ? text : text.substring(0, equals);
        String value = equals < 0 ? "" : text.substring(equals + 1);
        int first = path.indexOf('.');
        int last = path.lastIndexOf('.');
        String kind = first < 0 ? path : path.substring(0, first);
        boolean named = kind.equals("initcall") || kind.equals("device");
        boolean whole = kind.equals("initramfs") ? first >= 0 && first == last : kind.equals("cmdline") && first < 0;
        if (named ? last - first < 2 : !whole) {
            throw new ScenarioException("not a change: \"" + text + "\"; " + EXPECTED);
        }
        return new Edit(
                kind, named ? path.substring(first + 1, last) : "", first < 0 ? "" : path.substring(last + 1), value);
    }

    /**
     * The scenario with the change made.
     *
     * @throws ScenarioException when it has nothing of that name, or the value is none
     */
    public Scenario apply(Scenario scenario) {
        try {
            return scenario.withMachine(applied(scenario.machine()));
        } catch (IllegalArgumentException wrong) {
            throw new ScenarioException(this + ": " + wrong.getMessage(), wrong);
        }
    }

    private Machine applied(Machine machine) {
        return switch (kind) {
            case "initcall" -> InitcallEdit.of(machine, name, property, value);
            case "device" -> device(machine);
            case "initramfs" -> initramfs(machine);
            default -> commandLine(machine, value);
        };
    }

    private Machine device(Machine machine) {
        if (machine.devices().stream().noneMatch(found -> found.name().equals(name))) {
            throw new IllegalArgumentException("the machine has no device " + name);
        }
        UnaryOperator<Device> change = switch (property) {
            case "duration", "faster" -> found -> found.taking(time().apply(found.takes()));
            case "async" -> async();
            default -> throw nothing("a device");
        };
        return machine.withDevices(machine.devices().stream()
                .map(found -> found.name().equals(name) ? change.apply(found) : found)
                .toList());
    }

    private Machine initramfs(Machine machine) {
        Machine.Initramfs found = machine.initramfs();
        if (found == null) {
            throw new IllegalArgumentException("the machine has no initramfs");
        }
        if (!property.equals("duration") && !property.equals("faster")) {
            throw nothing("the initramfs");
        }
        return machine.withInitramfs(new Machine.Initramfs(found.kib(), time().apply(found.unpack()), found.message()));
    }

    private UnaryOperator<Nanos> time() {
        return property.equals("faster") ? TimeChange.faster(value) : TimeChange.parse(value);
    }

    private UnaryOperator<Device> async() {
        if (!value.isEmpty()) {
            throw new IllegalArgumentException("async takes no value");
        }
        return Device::probedAsync;
    }

    private IllegalArgumentException nothing(String what) {
        return new IllegalArgumentException(what + " has no \"" + property + "\" to change; " + EXPECTED);
    }

    static Machine commandLine(Machine machine, String word) {
        if (word.isBlank()) {
            throw new IllegalArgumentException("no word for the command line");
        }
        return machine.withKernel(
                machine.kernel().withCommandLine((machine.kernel().commandLine() + " " + word).strip()));
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        String path =
                Stream.of(kind, name, property).filter(part -> !part.isEmpty()).collect(Collectors.joining("."));
        return value.isEmpty() ? path : path + "=" + value;
    }
}
