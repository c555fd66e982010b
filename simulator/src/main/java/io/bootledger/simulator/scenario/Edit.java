package io.bootledger.simulator.scenario;

import io.bootledger.simulator.kernel.Device;
import io.bootledger.simulator.kernel.InitFunction;
import io.bootledger.simulator.kernel.InitFunction.Fault;
import io.bootledger.simulator.kernel.Machine;
import io.bootledger.simulator.kernel.ModuleLoad;
import io.bootledger.simulator.kernel.Nanos;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A change to a machine, to see what it would do to the boot: {@code initcall.NAME.PROPERTY=VALUE} or
 * {@code device.NAME.duration=VALUE}. Properties of an initcall: {@code duration}, {@code faster}, {@code returns}, {@code fault},
 * and, without a value, {@code async}, {@code module}, {@code blacklist} and {@code remove}.
 */
public final class Edit {
    private static final String EXPECTED =
            "expected initcall.NAME.{duration|faster|returns|fault}=VALUE, initcall.NAME.{async|module|blacklist|remove} or"
                    + " device.NAME.duration=VALUE";
    private static final Nanos TOKEN = Nanos.ofMicros(20);

    private final String text;
    private final String name;
    private final String property;
    private final String value;
    private final boolean device;

    private Edit(String text, boolean device, String name, String property, String value) {
        this.text = text;
        this.device = device;
        this.name = name;
        this.property = property;
        this.value = value;
    }

    /**
     * Reads a change.
     *
     * @throws ScenarioException when it is none
     */
    public static Edit parse(String text) {
        int equals = text.indexOf('=');
        String path = equals < 0 ? text : text.substring(0, equals);
        int first = path.indexOf('.');
        int last = path.lastIndexOf('.');
        String kind = first < 0 ? "" : path.substring(0, first);
        if (first == last || !kind.equals("initcall") && !kind.equals("device")) {
            throw new ScenarioException("not a change: \"" + text + "\"; " + EXPECTED);
        }
        return new Edit(
                text,
                kind.equals("device"),
                path.substring(first + 1, last),
                path.substring(last + 1),
                equals < 0 ? "" : text.substring(equals + 1));
    }

    /**
     * The scenario with the change made.
     *
     * @throws ScenarioException when it has nothing of that name, or the value is none
     */
    public Scenario apply(Scenario scenario) {
        try {
            Machine machine = scenario.machine();
            return scenario.withMachine(device ? device(machine) : initcall(machine));
        } catch (IllegalArgumentException wrong) {
            throw new ScenarioException(text + ": " + wrong.getMessage(), wrong);
        }
    }

    private Machine device(Machine machine) {
        if (!property.equals("duration")) {
            throw new IllegalArgumentException("a device has no \"" + property + "\" to change; " + EXPECTED);
        }
        UnaryOperator<Nanos> change = TimeChange.parse(value);
        require(machine.devices().stream().map(Device::name));
        return machine.withDevices(machine.devices().stream()
                .map(found -> found.name().equals(name) ? found.taking(change.apply(found.takes())) : found)
                .toList());
    }

    private Machine initcall(Machine machine) {
        require(machine.initcalls().stream().map(InitFunction::function));
        return switch (property) {
            case "duration" -> each(machine, timed(TimeChange.parse(value)));
            case "faster" -> faster(machine, TimeChange.faster(value));
            case "returns" -> each(machine, found -> found.returning(Integer.parseInt(value)));
            case "fault" -> each(machine, found -> found.failingBy(fault()));
            case "async" -> async(machine);
            case "module" -> module(machine);
            case "blacklist" ->
                machine.withKernel(machine.kernel()
                        .withCommandLine((machine.kernel().commandLine() + " initcall_blacklist=" + name).strip()));
            case "remove" ->
                machine.withInitcalls(
                        machine.initcalls().stream()
                                .filter(found -> !found.function().equals(name))
                                .toList(),
                        machine.loads());
            default ->
                throw new IllegalArgumentException("an initcall has no \"" + property + "\" to change; " + EXPECTED);
        };
    }

    private void require(Stream<String> names) {
        if (names.noneMatch(name::equals)) {
            throw new IllegalArgumentException("the machine has no " + (device ? "device " : "initcall ") + name);
        }
    }

    private Machine each(Machine machine, UnaryOperator<InitFunction> change) {
        return machine.withInitcalls(
                machine.initcalls().stream()
                        .map(found -> found.function().equals(name) ? change.apply(found) : found)
                        .toList(),
                machine.loads());
    }

    private static UnaryOperator<InitFunction> timed(UnaryOperator<Nanos> change) {
        return found -> found.taking(change.apply(found.takes()));
    }

    /** Its probes too. */
    private Machine faster(Machine machine, UnaryOperator<Nanos> change) {
        List<String> drivers = drivers(machine);
        return each(machine, timed(change))
                .withDevices(machine.devices().stream()
                        .map(found ->
                                drivers.contains(found.driver()) ? found.taking(change.apply(found.takes())) : found)
                        .toList());
    }

    /** What it does itself becomes the probe of a device, on a worker beside the boot; its devices follow. */
    private Machine async(Machine machine) {
        List<Device> devices = new ArrayList<>(machine.devices());
        machine.initcalls().stream()
                .filter(found -> found.function().equals(name))
                .forEach(found -> {
                    String driver = found.driver() == null ? name : found.driver();
                    devices.add(new Device(name + ".async", null, driver, found.takes(), 0, null, false, true, null));
                });
        return each(
                machine.withDevices(devices),
                found -> found.probingAsync(found.driver() == null ? name : found.driver())
                        .taking(TOKEN));
    }

    private Machine module(Machine machine) {
        List<ModuleLoad> loads = new ArrayList<>(machine.loads());
        machine.initcalls().stream()
                .filter(found -> found.function().equals(name) && !found.loadable())
                .forEach(found -> loads.add(new ModuleLoad(found.modName(), TOKEN, loads.size() + 1, null, null)));
        Machine edited = each(machine, InitFunction::asModule);
        return edited.withInitcalls(edited.initcalls(), loads);
    }

    private List<String> drivers(Machine machine) {
        return machine.initcalls().stream()
                .filter(found -> found.function().equals(name) && found.driver() != null)
                .map(InitFunction::driver)
                .toList();
    }

    private Fault fault() {
        return Fault.valueOf(value.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return text;
    }
}
